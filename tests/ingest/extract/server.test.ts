import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { seededStore } from "../../seed/seeded.ts";
import { chatServer } from "./chat-server.ts";
import { answerOf, extracted, extractorAt, taskIn, told } from "./extracting.ts";

function answersFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "stancegraph-answers-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "answers.jsonl");
}

const refusal = (message: string, param: string | null = null) =>
  ({ status: 400, error: { message, type: "invalid_request_error", param } }) as const;

describe("a server of models that", () => {
  it("refuses schemas is asked for any JSON, then in words alone, and so from then on", async () => {
    const { url, requests } = await chatServer((request) => {
      if (request.response_format !== undefined)
        return refusal(`response_format ${request.response_format.type} is not supported`, "response_format");
      return answerOf(request, [told(request)]);
    });
    const { extractor } = extractorAt({ url });
    const task = taskIn(seededStore());
    for (const title of ["One", "Two"]) {
      const { stances } = await extractor.extract({ ...task, document: { ...task.document, title } });
      expect(stances).toHaveLength(1);
    }
    const forms = requests.map(({ response_format }) => response_format?.type ?? "words");
    expect(forms).toEqual(["json_schema", "json_object", "words", "words"]);
  });

  it("ignores schemas is read nevertheless: thinking aloud, fenced, talked around, or the bare list", async () => {
    const { url } = await chatServer((request, nth) => {
      const json = answerOf(request, [told(request)]);
      if (nth === 1)
        return `<think>A {brace} of thought</think>Sure!\n\`\`\`json\n${json}\n\`\`\`\nAnything else?`;
      return JSON.stringify([told(request)]);
    });
    const { extractor } = extractorAt({ url });
    const task = taskIn(seededStore());
    for (const title of ["One", "Two"]) {
      const { stances } = await extractor.extract({ ...task, document: { ...task.document, title } });
      expect(stances).toHaveLength(1);
    }
  });

  it("refuses a setting by name is asked without it", async () => {
    const { url, requests } = await chatServer((request) => {
      if (request.max_tokens !== undefined)
        return refusal("Unsupported parameter: 'max_tokens'; use 'max_completion_tokens'.", "max_tokens");
      if (request.temperature !== undefined) return refusal("Only the default is supported.", "temperature");
      return answerOf(request, [told(request)]);
    });
    expect((await extracted(seededStore(), { url })).stances).toHaveLength(1);
    expect(requests).toHaveLength(3);
    expect(requests[2]).toMatchObject({
      max_completion_tokens: 4000,
      response_format: { type: "json_schema" },
    });
  });

  it("cuts JSON off is asked once more, told what was wrong", async () => {
    const { url, requests } = await chatServer((request, nth) => {
      const json = answerOf(request, [told(request)]);
      return nth === 1 ? json.slice(0, json.length / 2) : json;
    });
    expect((await extracted(seededStore(), { url })).stances).toHaveLength(1);
    expect(requests[1]?.messages.at(-1)?.content).toMatch(/^That cannot be read. Its JSON is cut off./);
  });

  it("cuts JSON off again is given up, with what was wrong", async () => {
    const { url, requests } = await chatServer((request) => answerOf(request, [told(request)]).slice(0, 99));
    await expect(extracted(seededStore(), { url })).rejects.toThrow(
      "Neither answer of the model could be read. Its JSON is cut off.",
    );
    expect(requests).toHaveLength(2);
  });

  it("answers in another form is asked once more", async () => {
    const { url } = await chatServer((request, nth) =>
      nth === 1 ? '{"positions": 3}' : answerOf(request, []),
    );
    expect(await extracted(seededStore(), { url })).toEqual({ stances: [], refused: [] });
  });

  it("is busy is asked again when it says", async () => {
    const busy = { status: 429, error: { message: "slow down" }, headers: { "retry-after-ms": "5" } };
    const { url, requests } = await chatServer((request, nth) => (nth < 3 ? busy : answerOf(request, [])));
    await extracted(seededStore(), { url });
    expect(requests).toHaveLength(3);
  });

  it("cuts the connection is asked again, and told when it goes on so", async () => {
    const once = await chatServer((request, nth) => (nth === 1 ? "CUT" : answerOf(request, [told(request)])));
    expect((await extracted(seededStore(), { url: once.url })).stances).toHaveLength(1);
    const always = await chatServer(() => "CUT");
    await expect(extracted(seededStore(), { url: always.url, retries: 0 })).rejects.toThrow(
      /connection|cut off/i,
    );
  });

  it.each([
    ["is slow", "SILENT" as const, /gave no answer within 1 seconds/],
    ["answers with a page", "NO_JSON" as const, /no message of the model|no JSON/],
    ["fails", { status: 500, error: { message: "out of memory" } }, /answered 500: .*out of memory/],
    [
      "refuses the key",
      { status: 401, error: { message: "bad key" } },
      /refuses the key: .*STANCEGRAPH_MODEL_KEY/,
    ],
    ["lacks the model", { status: 404, error: { message: "model not found" } }, /knows no model tested/],
  ])("%s is told in plain words", async (_what, behaviour, message) => {
    const { url } = await chatServer(() => behaviour);
    await expect(extracted(seededStore(), { url, retries: 0, timeoutSeconds: 1 })).rejects.toThrow(message);
  });

  it("is not there is told in plain words", async () => {
    const url = "http://127.0.0.1:9/v1";
    await expect(extracted(seededStore(), { url, retries: 0 })).rejects.toThrow(
      /The connection to http:\/\/127\.0\.0\.1:9\/v1 failed: .*ECONNREFUSED|bad port/,
    );
  });
});

describe("answers that are kept", () => {
  it("are not asked for again, and are all that a replay needs", async () => {
    const { url, requests } = await chatServer((request) => answerOf(request, [told(request)]));
    const answers = answersFile();
    const first = await extracted(seededStore(), { url, answers, isVerifying: true });
    expect(requests).toHaveLength(2);
    expect(await extracted(seededStore(), { url, answers, isVerifying: true })).toEqual(first);
    expect(requests).toHaveLength(2);
    const replay = { url: "http://127.0.0.1:9/v1", answers, isVerifying: true, isReplay: true };
    expect(await extracted(seededStore(), replay)).toEqual(first);
    const [line] = readFileSync(answers, "utf8").split("\n");
    expect(JSON.parse(line as string)).toMatchObject({ model: "tested", isUsable: true });
  });

  it("could not be read are asked for anew, but not by a replay", async () => {
    const answers = answersFile();
    const { url, requests } = await chatServer((request, nth) =>
      nth < 3 ? "No JSON today" : answerOf(request, []),
    );
    await expect(extracted(seededStore(), { url, answers })).rejects.toThrow(/Neither answer/);
    await expect(extracted(seededStore(), { url, answers, isReplay: true })).rejects.toThrow(
      /Neither answer/,
    );
    expect(requests).toHaveLength(2);
    expect((await extracted(seededStore(), { url, answers })).stances).toEqual([]);
  });

  it("are missed by a replay, which says so", async () => {
    await expect(
      extracted(seededStore(), { url: "http://127.0.0.1:9/v1", isReplay: true, answers: answersFile() }),
    ).rejects.toThrow(/No answer to the question [0-9a-f]{12} is kept; ask it once without --replay/);
  });

  it("survive a write that was cut off, and name a line that is none", async () => {
    const answers = answersFile();
    const { url, requests } = await chatServer((request) => answerOf(request, []));
    await extracted(seededStore(), { url, answers });
    writeFileSync(answers, `${readFileSync(answers, "utf8")}{"hash": "12`);
    await extracted(seededStore(), { url, answers });
    expect(requests).toHaveLength(1);
    await expect(extracted(seededStore(), { url, answers })).rejects.toThrow(/answers.jsonl:2 is no answer/);
  });
});

describe("a limit", () => {
  it("stops before the question that may go beyond it", async () => {
    const { url, requests } = await chatServer((request) => answerOf(request, []));
    await expect(extracted(seededStore(), { url, maxTokens: 100 })).rejects.toThrow(
      /more than the 100 tokens allowed; 0 are spent. Raise --max-tokens/,
    );
    expect(requests).toEqual([]);
  });

  it("counts what the server says it took", async () => {
    const { url } = await chatServer((request) => answerOf(request, []));
    const { extractor, budget } = extractorAt({ url });
    await extractor.extract(taskIn(seededStore()));
    expect(budget.requests).toBe(1);
    expect(budget.questionTokens).toBeGreaterThan(1000);
    expect(budget.cost).toBeCloseTo((budget.questionTokens + 2 * budget.answerTokens) / 1e6, 10);
  });
});
