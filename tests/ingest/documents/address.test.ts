import { describe, expect, it } from "vitest";
import { hostIn, isAllowed, isPublic } from "../../../src/ingest/documents/address.ts";

describe("an address of the public internet", () => {
  it.each(["8.8.8.8", "93.184.216.34", "::ffff:8.8.8.8", "2606:4700::6810:85e5", "2a00:1450:4001:80b::200e"])(
    "is %s",
    (address) => expect(isPublic(address)).toBe(true),
  );

  it.each([
    ["this machine", "127.0.0.1"],
    ["this machine", "127.255.0.9"],
    ["this network", "0.0.0.0"],
    ["this network", "0.1.2.3"],
    ["a private network", "10.0.0.1"],
    ["a private network", "172.16.0.1"],
    ["a private network", "172.31.255.255"],
    ["a private network", "192.168.1.1"],
    ["a provider's network", "100.64.0.1"],
    ["a link, and clouds' metadata", "169.254.169.254"],
    ["a protocol's", "192.0.0.1"],
    ["a documentation's", "203.0.113.9"],
    ["a benchmark's", "198.18.0.1"],
    ["a group's", "224.0.0.1"],
    ["reserved", "240.0.0.1"],
    ["everyone's", "255.255.255.255"],
    ["this machine in IPv6", "::1"],
    ["none", "::"],
    ["mapped", "::ffff:127.0.0.1"],
    ["mapped", "::ffff:a9fe:a9fe"],
    ["compatible, as it was once written", "::127.0.0.1"],
    ["translated", "::ffff:0:127.0.0.1"],
    ["of NAT64", "64:ff9b::7f00:1"],
    ["of a local NAT64", "64:ff9b:1::7f00:1"],
    ["of 6to4", "2002:7f00:1::"],
    ["of Teredo", "2001:0:4136:e378:8000:63bf:80ff:fffe"],
    ["a unique local one", "fd00::1"],
    ["a link's", "fe80::1"],
    ["a link's with its zone", "fe80::1%eth0"],
    ["with a zone", "2606:4700::1%eth0"],
    ["a site's", "fec0::1"],
    ["a documentation's", "2001:db8::1"],
    ["a group's", "ff02::1"],
    ["not given out", "4000::1"],
    ["a name", "example.org"],
    ["nothing", ""],
  ])("is not %s: %s", (_, address) => expect(isPublic(address)).toBe(false));
});

describe("an allowed host", () => {
  it.each([
    ["wiki.example", "http://wiki.example:8080/a", true],
    ["WIKI.example", "https://wiki.example/", true],
    ["wiki.example:80", "http://wiki.example/", true],
    ["wiki.example:443", "https://wiki.example/", true],
    ["wiki.example:443", "http://wiki.example/", false],
    ["wiki.example:8080", "http://wiki.example:8081/", false],
    ["wiki.example", "http://wiki.example.org/", false],
    ["wiki.example", "http://a.wiki.example/", false],
    ["[FD00::1]:8080", "http://[fd00:0::1]:8080/", true],
    ["127.0.0.1", "http://0x7f.1/", true],
  ])("%s reaches %s: %s", (host, url, isReached) =>
    expect(
      isAllowed(
        new URL(url),
        [hostIn(host)].filter((each) => each !== null),
      ),
    ).toBe(isReached),
  );

  it.each([
    "",
    "http://a.example",
    "a.example/path",
    "me@a.example",
    "a.example:99999",
    "a:b:c",
    "[::1",
    "a b",
  ])("is not %j", (text) => expect(hostIn(text)).toBe(null));
});
