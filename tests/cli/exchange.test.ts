import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { seededStage, stageOf } from "./stage.ts";

describe("exchange with other programs", () => {
  it("imports a table by its mapping, and tells how its rows were read", async () => {
    const stage = stageOf();
    await stage.run("init");
    const { code, stdout, stderr } = await stage.run(
      "import",
      "seed/irps-nuclear/claims.csv",
      "--mapping",
      "seed/irps-nuclear/mapping.yaml",
    );
    expect(code).toBe(0);
    expect(stdout).toContain("stance     1164        0        0");
    expect(stderr).toContain("1164 rows read.\n1,646 things read, 1,645 new, 1 revised.\n");
  });

  it("writes a DNA database, which it imports again", async () => {
    const stage = await seededStage();
    expect((await stage.run("export", "--out", "debate.dna")).code).toBe(0);
    expect(readFileSync(join(stage.cwd, "debate.dna")).toString("latin1", 0, 15)).toBe("SQLite format 3");
    const verified = (db: string) => stage.run("verify", "--db", db);
    await stage.run("init", "--db", "again.db");
    const { stderr } = await stage.run("import", "debate.dna", "--db", "again.db");
    expect(stderr).toContain(
      "14 statements became stances of their organization on their concept; 0 of them through a person.\n",
    );
    expect((await verified("again.db")).stdout).toBe((await verified("stancegraph.db")).stdout);
  });

  it("needs a file for a database, and the whole graph", async () => {
    const stage = await seededStage();
    const { code, stderr } = await stage.run("export", "graph", "--format", "dna");
    expect([code, stderr.split("\n")[0]]).toEqual([
      2,
      "stancegraph: Name the file of the database with --out.",
    ]);
    const filtered = await stage.run("export", "--out", "x.dna", "--where", "{direction: {eq: SUPPORTS}}");
    expect(filtered.code).toBe(2);
    expect(existsSync(join(stage.cwd, "x.dna"))).toBe(false);
  });

  it("tells a mapping that is none by its line", async () => {
    const stage = stageOf();
    await stage.run("init");
    writeFileSync(join(stage.cwd, "wrong.yaml"), "stancegraph-mapping: 1\ntable:\n  holder: {}\n");
    const { code, stderr } = await stage.run(
      "import",
      "seed/irps-nuclear/claims.csv",
      "--mapping",
      "wrong.yaml",
    );
    expect(code).toBe(3);
    expect(stderr).toContain("wrong.yaml:3 table.holder.name");
  });
});
