import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { coalStage } from "./coding.ts";
import { type Stage, stageOf } from "./stage.ts";

const clock = () => new Date("2024-04-01T12:00:00Z");

async function actorsIn(stage: Stage): Promise<number> {
  return (JSON.parse((await stage.run("stats", "--json")).stdout) as { actors: number }).actors;
}

describe("verify", () => {
  it("tells what it proved, and a digest", async () => {
    const { code, stdout, stderr } = await (await coalStage()).run("verify", "--json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      quotes: 4,
      documents: 1,
      faults: [],
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  it("finds a letter changed in a stored text, and ends with 8", async () => {
    const stage = await coalStage();
    const path = join(stage.cwd, "stancegraph.db");
    const bytes = readFileSync(path);
    for (let at = bytes.indexOf("Owners reject"); at >= 0; at = bytes.indexOf("Owners reject", at + 1))
      bytes[at] = "o".charCodeAt(0);
    writeFileSync(path, bytes);
    const { code, stdout, stderr } = await stage.run("verify");
    expect(code).toBe(8);
    expect(stdout).toMatch(/^faults +[1-9]/m);
    expect(stderr).toMatch(/^document:\w+: the text does not have the SHA-256 it was stored with$/m);
    expect(stderr).toMatch(/faults found; restore a backup with "stancegraph restore"\.\n$/);
  });
});

describe("backup and restore", () => {
  it("bring back what was there, and keep what was replaced", async () => {
    const stage = await coalStage();
    expect((await stage.run("backup", "copy.db")).code).toBe(0);
    writeFileSync(join(stage.cwd, "more.jsonl"), '{"actor": {"name": "Ministry", "kind": "AGENCY"}}\n');
    await stage.run("import", "more.jsonl");
    expect(await actorsIn(stage)).toBe(4);
    const path = join(stage.cwd, "stancegraph.db");
    expect(await stage.run("restore", "copy.db")).toEqual({
      code: 0,
      stdout: "",
      stderr: `Restored 3 actors, 2 issues, 1 document and 4 stances to ${path}. The database before it is kept as ${path}.bak.\n`,
    });
    expect(await actorsIn(stage)).toBe(3);
    const kept = openStore({ path: `${path}.bak`, clock });
    expect(kept.dataset.counts().actors).toBe(4);
    kept.close();
    expect(readdirSync(stage.cwd).filter((file) => /restoring|part/.test(file))).toEqual([]);
  });

  it("never write a backup over a file", async () => {
    const stage = await coalStage();
    const { code, stderr } = await stage.run("backup", "coal.yaml");
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: `stancegraph: ${join(stage.cwd, "coal.yaml")} exists already; name another file.\n`,
    });
  });

  it("say when a backup cannot be written", async () => {
    const { code, stderr } = await (await coalStage()).run("backup", "nowhere/copy.db");
    expect(code).toBe(1);
    expect(stderr).toContain("nowhere");
    expect(stderr).not.toContain("Internal error");
  });

  it("restore where there is no database yet", async () => {
    const stage = await coalStage();
    await stage.run("backup", "copy.db");
    rmSync(join(stage.cwd, "stancegraph.db"));
    expect((await stage.run("restore", "copy.db")).stderr).toMatch(
      /^Restored 3 actors.*stancegraph\.db\.\n$/,
    );
  });

  it("restore over a damaged database", async () => {
    const stage = await coalStage();
    await stage.run("backup", "copy.db");
    writeFileSync(join(stage.cwd, "stancegraph.db"), "no database ".repeat(200));
    expect((await stage.run("restore", "copy.db")).code).toBe(0);
    expect(await actorsIn(stage)).toBe(3);
  });

  it.each([
    ["missing.db", 4, "There is no file"],
    ["coal.yaml", 8, "is no SQLite database"],
    ["stancegraph.db", 3, "is the database itself"],
  ])("refuse %s and change nothing", async (file, expected, message) => {
    const stage = await coalStage();
    const before = readFileSync(join(stage.cwd, "stancegraph.db"));
    const { code, stderr } = await stage.run("restore", file);
    expect(code).toBe(expected);
    expect(stderr).toContain(`stancegraph: `);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("restoring");
    expect(readFileSync(join(stage.cwd, "stancegraph.db")).equals(before)).toBe(true);
    expect(existsSync(join(stage.cwd, "stancegraph.db.bak"))).toBe(false);
  });

  it("do not take a database away from a program that uses it", async () => {
    const stage = await coalStage();
    await stage.run("backup", "copy.db");
    const store = openStore({ path: join(stage.cwd, "stancegraph.db"), clock });
    store.change({ author: { who: "bea", why: null }, action: "dataset.describe" }, () =>
      store.dataset.describe({ title: "In use", description: null, licence: null, citation: null }),
    );
    const { code, stderr } = await stage.run("restore", "copy.db");
    store.close();
    expect(code).toBe(1);
    expect(stderr).toContain("is in use; stop the server or program that has it open");
  });
});

describe("keys", () => {
  it("shows a secret once, on standard output alone, and keeps its hash", async () => {
    const stage = await coalStage();
    const { code, stdout, stderr } = await stage.run("keys", "create", "--name", "Ada", "--scope", "review");
    expect(code).toBe(0);
    expect(stdout).toBe("sg_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\n");
    expect(stderr).toBe(
      'key:000102030405 for Ada may review. Send it as "Authorization: Bearer …"; it is not shown again.\n',
    );
    expect(readFileSync(join(stage.cwd, "stancegraph.db")).includes("sg_AAEC")).toBe(false);
    const store = openStore({ path: join(stage.cwd, "stancegraph.db"), clock });
    expect(store.keys.bySecret(stdout.trim())).toMatchObject({ name: "Ada", scope: "review" });
    store.close();
  });

  it("lists and revokes", async () => {
    const stage = await coalStage();
    await stage.run("keys", "create", "--name", "Ada");
    expect((await stage.run("keys", "revoke", "key:000102030405")).stderr).toBe(
      "key:000102030405 is revoked.\n",
    );
    expect((await stage.run("keys", "list", "--csv")).stdout).toBe(
      "id,name,scope,createdAt,revokedAt\r\nkey:000102030405,Ada,propose,2024-04-01T12:00:00.000Z,2024-04-01T12:00:00.000Z\r\n",
    );
    expect((await stage.run("keys", "revoke", "key:000102030405")).code).toBe(4);
  });
});

describe("stats", () => {
  it("gives counts, revision and size as data", async () => {
    const { stdout } = await (await coalStage()).run("stats", "--jsonl");
    expect(JSON.parse(stdout)).toMatchObject({
      title: "Coal",
      actors: 3,
      issues: 2,
      stances: 4,
      evidence: 4,
      revision: 1,
      bytes: expect.any(Number) as number,
    });
  });
});

describe("doctor", () => {
  const findings = async (stage: Stage, ...args: string[]) => {
    const { code, stdout } = await stage.run("doctor", "--json", ...args);
    const rows = JSON.parse(stdout) as { check: string; result: string; remedy: string | null }[];
    return { code, results: Object.fromEntries(rows.map(({ check, result }) => [check, result])), rows };
  };

  it("finds a sound database well", async () => {
    const { code, results } = await findings(await coalStage(), "--port", "65531");
    expect(code).toBe(0);
    expect(results).toMatchObject({
      Node: "ok",
      SQLite: "ok",
      folder: "ok",
      database: "ok",
      log: "ok",
      integrity: "ok",
    });
  });

  it("says what to do where there is none yet", async () => {
    const { code, rows } = await findings(stageOf(), "--port", "65532");
    expect(code).toBe(0);
    expect(rows.find(({ check }) => check === "database")).toMatchObject({
      result: "warn",
      remedy: "Make it with `stancegraph init`, or `npm start`.",
    });
  });

  it("ends with 8 when the database is none", async () => {
    const stage = await coalStage();
    copyFileSync(join(stage.cwd, "coal.yaml"), join(stage.cwd, "stancegraph.db"));
    expect(await findings(stage, "--port", "65533")).toMatchObject({
      code: 8,
      results: { database: "fail", integrity: "fail" },
    });
  });

  it("sees a port that is taken", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { results } = await findings(
      await coalStage(),
      "--port",
      String((server.address() as AddressInfo).port),
    );
    server.close();
    expect(results).toMatchObject({ port: "warn" });
  });
});
