import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { batchedLog } from "../../src/http/batched-log.ts";

const info = (at: number) => `{"level":"info","at":${at}}\n`;

describe("the log", () => {
  it("writes lines together, soon", async () => {
    const writes: string[] = [];
    const log = batchedLog({ write: (text) => void writes.push(text) });
    log.write(info(1));
    log.write(info(2));
    expect(writes).toEqual([]);
    await sleep(50);
    expect(writes).toEqual([info(1) + info(2)]);
  });

  it("writes troubles at once, after what came before", () => {
    const writes: string[] = [];
    const log = batchedLog({ write: (text) => void writes.push(text) });
    log.write(info(1));
    log.write('{"level":"error"}\n');
    expect(writes).toEqual([`${info(1)}{"level":"error"}\n`]);
  });

  it("writes what waits when it is told to, and when it is much", () => {
    const writes: string[] = [];
    const log = batchedLog({ write: (text) => void writes.push(text) });
    log.write(info(1));
    log.flush();
    log.flush();
    for (let at = 0; at < 1_000; at += 1) log.write(info(10));
    expect(writes[0]).toBe(info(1));
    expect(writes[1]?.length).toBeGreaterThan(16_000);
  });
});
