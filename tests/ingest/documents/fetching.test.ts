import type { ServerResponse } from "node:http";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type Address, hostIn, type Resolve } from "../../../src/ingest/documents/address.ts";
import { type FetchLimits, fetched } from "../../../src/ingest/documents/fetching.ts";
import { type Site, siteOf } from "./web.ts";

/** Of a range that was given back: public by its kind, and nobody's. */
const unused: Address = { address: "3ffe::1", family: 6 };
const here: Address = { address: "127.0.0.1", family: 4 };

interface Around {
  readonly allowed?: readonly string[];
  readonly resolve?: Resolve;
  readonly limits?: Partial<FetchLimits>;
  readonly signal?: AbortSignal;
}

async function fetchedFrom(url: string, { allowed = [], resolve, limits, signal }: Around = {}) {
  const { bytes, ...rest } = await fetched(url, {
    allowed: allowed.map(hostIn).filter((host) => host !== null),
    resolve: resolve ?? (async () => []),
    limits: { bytes: 1_000_000, seconds: 10, ...limits },
    signal: signal ?? new AbortController().signal,
  });
  return { text: Buffer.from(bytes).toString("utf8"), ending: rest.ending, url: rest.url.href };
}

const from = (site: Site, path: string, around: Around = {}) =>
  fetchedFrom(`http://${site.host}${path}`, { allowed: [site.host], ...around });

/** A resolver whose answers differ from time to time, and what it was asked. */
function answering(...answers: readonly (readonly Address[])[]) {
  const asked: string[] = [];
  const resolve: Resolve = async (name) => answers[asked.push(name) - 1] ?? [];
  return { asked, resolve };
}

describe("what is fetched", () => {
  it.each([
    ["text/html; charset=utf-8", "/a", ".html"],
    ["application/xhtml+xml", "/a", ".html"],
    ["Text/Plain", "/a.md", ".txt"],
    ["text/markdown", "/a", ".md"],
    ["application/rss+xml", "/a", ".rss"],
    ["application/feed+json", "/a", ".json"],
    ["application/octet-stream", "/a.PDF", ".pdf"],
    [undefined, "/a.docx", ".docx"],
  ])("as %s at %s is read as %s", async (type, path, ending) => {
    const site = await siteOf({ [path]: { ...(type !== undefined && { type }), body: "x" } });
    expect(await from(site, path)).toEqual({ text: "x", ending, url: `http://${site.host}${path}` });
  });

  it.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
  ])("is unpacked: %s", async (encoding, pack) => {
    const site = await siteOf({ "/": { type: "text/plain", body: pack("für"), encoding } });
    expect(await from(site, "/")).toMatchObject({ text: "für" });
  });

  const latin = (text: string) => Buffer.from(text, "latin1");
  it.each([
    ["the header", "text/plain; charset=windows-1252", Buffer.from([0x80, 0xfc]), "€ü"],
    ["the page", "text/html", latin('<meta charset="iso-8859-1">ü'), '<meta charset="iso-8859-1">ü'],
    ["its first bytes", "text/plain; charset=latin1", Buffer.from("\ufeffü", "utf16le"), "ü"],
    ["nobody", "text/plain", Buffer.from("ü"), "ü"],
  ])("is UTF-8 afterwards, whatever it was by %s", async (_, type, body, text) => {
    expect(await from(await siteOf({ "/": { type, body } }), "/")).toMatchObject({ text });
  });

  it("is where redirects lead, without the part after #, and no cookie is sent", async () => {
    const setting = (response: ServerResponse) =>
      response.writeHead(308, { location: "/c?x=1#part", "set-cookie": "a=b" }).end();
    const site = await siteOf({
      "/a": { to: "b", status: 301 },
      "/b": setting,
      "/c?x=1": { type: "text/plain", body: "here" },
    });
    expect(await from(site, "/a")).toMatchObject({ text: "here", url: `http://${site.host}/c?x=1` });
    expect(site.requests.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined, undefined]);
  });
});

describe("what is refused", () => {
  const filled = gzipSync(Buffer.alloc(2_000_000));
  const pouring = (response: ServerResponse) => {
    response.writeHead(200, { "content-type": "text/plain" });
    const pour = () => {
      while (!response.destroyed && response.write("x".repeat(50_000)));
    };
    response.on("drain", pour);
    pour();
  };
  it.each<[string, Parameters<typeof siteOf>[0][string], string]>([
    ["another type", { type: "image/png", body: "x" }, "It is image/png, which is not read."],
    ["no type", { body: "x" }, "It is of no type that is told, which is not read."],
    ["a bomb", { type: "text/plain", body: filled, encoding: "gzip" }, "It is larger than 1 MB, unpacked"],
    ["an endless body", pouring, "It is larger than 1 MB, unpacked"],
    ["a broken archive", { type: "text/plain", body: "x", encoding: "gzip" }, "It cannot be fetched (Z_"],
    ["a way of packing", { type: "text/plain", body: "x", encoding: "zstd" }, "packed in a way that was not"],
    ["a charset", { type: "text/plain; charset=klingon", body: "x" }, "Its charset klingon is not known."],
    [
      "a body cut off",
      (to) =>
        void to
          .writeHead(200, { "content-type": "text/plain", "content-length": "9" })
          .write("x", () => to.destroy()),
      "It cannot be fetched (ECONNRESET).",
    ],
    ["silence", (to) => void to.destroy(), "It cannot be fetched (ECONNRESET)."],
    [
      "a server's error",
      (to) => void to.writeHead(500, "\u009b31m").end(),
      "The server answers 500 Internal Server Error.",
    ],
    ["a loop", { to: "/" }, "It is redirected more than 5 times, last to http://127.0.0.1:"],
    ["what is no address", { to: "http://[" }, "It is no address."],
    [
      "a file of this machine",
      { to: "file:///etc/passwd" },
      "It is redirected to file:///etc/passwd: Only http and https are fetched, not file.",
    ],
    [
      "a password",
      { to: "http://me:secret@a.example/" },
      "It is redirected to http://a.example/: There is a user or a password in the address",
    ],
    [
      "this machine by another name",
      { to: "http://localhost/" },
      "It is redirected to http://localhost/: localhost is 127.0.0.1, no public address, so it is not fetched",
    ],
    [
      "this machine at another port",
      { to: "http://127.0.0.1:1/" },
      "It is redirected to http://127.0.0.1:1/: 127.0.0.1 is no public address",
    ],
    [
      "metadata",
      { to: "//169.254.169.254/latest" },
      "169.254.169.254 is no public address, so it is not fetched; name it with --allow-host if it is yours.",
    ],
  ])("%s", async (_, answer, said) => {
    const site = await siteOf({ "/": answer });
    await expect(from(site, "/", { resolve: async () => [here] })).rejects.toThrow(said);
  });

  it("a page that is not there, by its status", async () => {
    await expect(from(await siteOf({}), "/x")).rejects.toThrow("The server answers 404 Not Found.");
  });

  it.each([
    ["/late", "no answer"],
    ["/slow", "a body that does not end"],
    ["/name", "a name that is not found"],
  ])("%s: %s in time", async (path) => {
    const site = await siteOf({
      "/late": () => {},
      "/slow": (response) => void response.writeHead(200, { "content-type": "text/plain" }).write("x"),
      "/name": { to: "http://slow.example/" },
    });
    const around = { limits: { seconds: 0.3 }, resolve: () => new Promise<never>(() => {}) };
    await expect(from(site, path, around)).rejects.toThrow("It took more than 0.3 seconds.");
  });

  it("all that follows an interruption", async () => {
    const site = await siteOf({ "/": () => stop.abort("SIGINT") });
    const stop = new AbortController();
    await expect(from(site, "/", { signal: stop.signal })).rejects.toThrow("aborted");
    await expect(from(site, "/", { signal: stop.signal })).rejects.toBe("SIGINT");
    expect(site.requests).toHaveLength(1);
  });
});

describe("a name that leads elsewhere the second time", () => {
  const page = { "/": { type: "text/plain", body: "secret" } };

  it("is asked for once: what was checked is connected to", async () => {
    const site = await siteOf(page);
    const { asked, resolve } = answering([unused], [here]);
    const fetching = fetchedFrom(`http://rebind.example:${site.port}/`, { resolve, limits: { seconds: 1 } });
    await expect(fetching).rejects.toThrow(/^It (cannot be fetched|took more than)/);
    expect([asked, site.connections()]).toEqual([["rebind.example"], 0]);
  });

  it("is connected to where it led first", async () => {
    const site = await siteOf(page);
    const { asked, resolve } = answering([here], [unused]);
    const allowed = ["rebind.example"];
    const { text } = await fetchedFrom(`http://rebind.example:${site.port}/`, { resolve, allowed });
    expect([text, asked]).toEqual(["secret", ["rebind.example"]]);
  });

  it("is checked anew when a redirect leads there again", async () => {
    const inner = await siteOf(page);
    const site = await siteOf({ "/": { to: `http://rebind.example:${inner.port}/` } });
    const { asked, resolve } = answering([here], [here]);
    const fetching = fetchedFrom(`http://rebind.example:${site.port}/`, {
      resolve,
      allowed: [`rebind.example:${site.port}`],
    });
    await expect(fetching).rejects.toThrow("rebind.example is 127.0.0.1, no public address");
    expect([asked.length, inner.connections()]).toEqual([2, 0]);
  });

  it.each([[[unused, here]], [[here, unused]]])(
    "is refused when one of its addresses is not public",
    async (mixed) => {
      const site = await siteOf(page);
      const { resolve } = answering(mixed);
      await expect(fetchedFrom(`http://mixed.example:${site.port}/`, { resolve })).rejects.toThrow(
        "mixed.example is 127.0.0.1, no public address, so it is not fetched",
      );
      expect(site.connections()).toBe(0);
    },
  );

  it("is told when it leads nowhere", async () => {
    await expect(fetchedFrom("http://nowhere.example/")).rejects.toThrow("There is no host nowhere.example.");
  });
});
