import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { type Lock, mended } from "../../.ci/lock.ts";
import { textOf } from "./tree.ts";

const lock: Lock = JSON.parse(textOf("package-lock.json"));

describe("package-lock.json", () => {
  it("installs everywhere and compiles nothing (else: npm run lock)", () => {
    const complete = mended(lock).packages;
    const lacking = Object.keys(complete).filter(
      (path) => !isDeepStrictEqual(complete[path], lock.packages[path]),
    );
    expect(lacking).toEqual([]);
  });

  it("names no host but npm's own", () => {
    const hosts = Object.values(lock.packages).flatMap(({ resolved }) =>
      resolved === undefined || resolved.startsWith("node_modules/") ? [] : [new URL(resolved).host],
    );
    expect(hosts.filter((host) => host !== "registry.npmjs.org")).toEqual([]);
  });
});

describe("the lock's mending", () => {
  it("adds a platform's package that the registry did not have", () => {
    const packages = {
      "node_modules/a": { dev: true, optionalDependencies: { "@a/b-linux-arm64-musl": "1.2.3" } },
    };
    expect(mended<Lock>({ packages }).packages["node_modules/@a/b-linux-arm64-musl"]).toEqual({
      version: "1.2.3",
      cpu: ["arm64"],
      dev: true,
      libc: ["musl"],
      optional: true,
      os: ["linux"],
    });
  });

  it("keeps npm from compiling better-sqlite3", () => {
    const packages = { "node_modules/better-sqlite3": { version: "13.2.0" } };
    expect(mended<Lock>({ packages }).packages["node_modules/better-sqlite3"]?.gypfile).toBe(false);
  });
});
