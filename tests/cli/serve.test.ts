import { existsSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, vi } from "vitest";
import { coalStage } from "./coding.ts";
import { type Outcome, type Stage, stageOf } from "./stage.ts";

/** Runs `serve` until the work is done, then stops it by a signal. */
async function serving(
  stage: Stage,
  stop: AbortController,
  args: readonly string[],
  work: (url: string) => Promise<void>,
  signal = "SIGTERM",
): Promise<Outcome> {
  const outcome = stage.run("serve", "--port", "0", ...args);
  const url = await vi.waitFor(() => {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(stage.said().stderr)?.[0];
    if (found === undefined) throw new Error("It does not serve yet.");
    return found;
  }, 20_000);
  await work(url);
  stop.abort(signal);
  return outcome;
}

describe("serve", () => {
  it("makes and seeds a database that is not there, and says what is in it and what to ask", async () => {
    const stop = new AbortController();
    const stage = stageOf({ signal: stop.signal });
    const { code, stdout, stderr } = await serving(
      stage,
      stop,
      ["--seed", "seed/us-iraq-talks"],
      async (url) => {
        const command = /-d '(.*)'/.exec(stage.said().stderr)?.[1] ?? "";
        const headers = { "content-type": "application/json" };
        const response = await fetch(`${url}/graphql`, { method: "POST", headers, body: command });
        expect(await response.json()).toMatchObject({
          data: { positions: { nodes: expect.arrayContaining([]) as unknown[] } },
        });
      },
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toMatch(/^stancegraph serves \d+ actors, 5 issues, 1 document and \d+ stances\n/);
    expect(stderr).toMatch(/"path":"\/graphql","status":200/);
  });

  it("keeps the data on a second start", async () => {
    const stop = new AbortController();
    const stage = await coalStage({ signal: stop.signal });
    const { code, stderr } = await serving(stage, stop, ["--seed", "seed/us-iraq-talks"], async () => {});
    expect(code).toBe(0);
    expect(stderr).toContain("stancegraph serves 3 actors, 2 issues, 1 document and 4 stances");
  });

  it("does not count a large graph to say what it serves", async () => {
    const stop = new AbortController();
    const stage = await coalStage({ signal: stop.signal });
    const db = new Database(join(stage.cwd, "stancegraph.db"));
    db.pragma("foreign_keys = off");
    db.exec("update stance set key = 60000 where key = (select max(key) from stance)");
    db.close();
    const { stderr } = await serving(stage, stop, [], async () => {});
    expect(stderr).toMatch(/^stancegraph serves up to 60,000 stances\n/);
  });

  it("ends with 130 on Ctrl-C", async () => {
    const stop = new AbortController();
    expect(
      (await serving(await coalStage({ signal: stop.signal }), stop, [], async () => {}, "SIGINT")).code,
    ).toBe(130);
  });

  it("asks for a key when reading is closed", async () => {
    const stop = new AbortController();
    const stage = await coalStage({ signal: stop.signal });
    await serving(stage, stop, ["--read-access", "key"], async (url) => {
      expect((await stage.run("actors", "--url", url)).code).toBe(6);
    });
  });

  it("makes no database without --seed", async () => {
    const stage = stageOf();
    expect((await stage.run("serve", "--port", "0")).code).toBe(4);
    expect(existsSync(join(stage.cwd, "stancegraph.db"))).toBe(false);
  });

  it("says that a port is taken", async () => {
    const stop = new AbortController();
    const stage = await coalStage({ signal: stop.signal });
    await serving(stage, stop, [], async (url) => {
      const { code, stderr } = await stage.run("serve", "--port", new URL(url).port);
      expect(code).toBe(1);
      expect(stderr).toContain("is taken by another program");
    });
  });

  it("keeps its log to itself on a terminal, unless asked", async () => {
    const quiet = new AbortController();
    const visit = async (url: string) => void (await fetch(`${url}/healthz`));
    const { stderr } = await serving(
      await coalStage({ signal: quiet.signal, hasTerminal: true }),
      quiet,
      [],
      visit,
    );
    expect(stderr).not.toContain('"level"');
    const asked = new AbortController();
    const told = await serving(
      await coalStage({ signal: asked.signal, hasTerminal: true }),
      asked,
      ["--log"],
      visit,
    );
    expect(told.stderr).toContain('"level"');
  });
});
