import { codebookOf } from "../../../src/domain/codebook.ts";
import type { Extraction } from "../../../src/ingest/extract/extractor.ts";
import { Budget, Candidates, extractors, propose } from "../../../src/ingest/extract/index.ts";
import type { Store } from "../../../src/store/open.ts";
import { articleBytes } from "../../seed/seeded.ts";
import type { ChatRequest } from "./chat-server.ts";
import { isVerifying, labelOf } from "./chat-server.ts";

export const article = articleBytes().toString("utf8");
const author = { who: "ana", why: null };

export interface Asking {
  readonly url: string;
  readonly answers?: string | null;
  readonly isReplay?: boolean;
  readonly isVerifying?: boolean;
  readonly maxTokens?: number | null;
  readonly timeoutSeconds?: number;
  readonly retries?: number;
  readonly apiKey?: string;
}

export function extractorAt({ url, ...asking }: Asking) {
  const { maxTokens = null } = asking;
  const budget = new Budget({ maxTokens, maxCost: null, prices: { question: 1, answer: 2 } });
  const [model] = extractors;
  if (model === undefined) throw new Error("There are no extractors");
  const extractor = model.open({
    baseUrl: url,
    model: "tested",
    apiKey: asking.apiKey ?? null,
    timeoutSeconds: asking.timeoutSeconds ?? 10,
    retries: asking.retries ?? 2,
    answers: asking.answers ?? null,
    isReplay: asking.isReplay ?? false,
    isVerifying: asking.isVerifying ?? false,
    budget,
  });
  return { extractor, budget };
}

/** The seed's article as a task. */
export function taskIn(store: Store) {
  const [document] = [...store.documents.all()];
  if (document === undefined) throw new Error("The seed has no document");
  const text = store.documents.text(document.id) as string;
  return {
    document: { ...document, text, publishedOn: document.publishedOn?.edtf ?? null },
    actors: new Candidates(store.actors.all()).in(text),
    codebook: codebookOf([...store.issues.all()]),
  };
}

export async function extracted(store: Store, asking: Asking): Promise<Extraction> {
  return extractorAt(asking).extractor.extract(taskIn(store));
}

export async function proposed(store: Store, asking: Asking) {
  const { extractor } = extractorAt(asking);
  const task = taskIn(store);
  return propose(store, extractor, task, await extractor.extract(task), { author, dryRun: false });
}

/** A stance as a model of good will tells it. */
export function told(request: ChatRequest, over: Readonly<Record<string, unknown>> = {}) {
  // A verifying question is answered by verdicts alone.
  if (isVerifying(request)) return over;
  return {
    actor: labelOf(request, "Shi'ite armed groups"),
    issue: labelOf(request, "Withdrawal of U.S. forces from Iraq"),
    direction: "SUPPORTS",
    isStrong: true,
    sentences: [7],
    quote: "Shi'ite armed groups advocate for an immediate withdrawal of U.S. forces",
    act: "DEMANDED",
    holderCertainty: "CERTAIN",
    conditions: [],
    facets: [],
    speaker: null,
    mode: "NARRATION",
    authority: null,
    cue: "advocate for",
    negation: null,
    hedge: null,
    reason: "They advocate for it.",
    confidence: 0.9,
    ...over,
  };
}

/** An answer of some stances; to a verifying question, the same verdict on each claim. */
export function answerOf(request: ChatRequest, stances: readonly unknown[], verdict = "YES"): string {
  if (!isVerifying(request)) return JSON.stringify({ stances });
  const claims = [...(request.messages.at(-1)?.content ?? "").matchAll(/^Claim (\d+)$/gm)];
  return JSON.stringify({ verdicts: claims.map(([, claim]) => ({ claim: Number(claim), verdict })) });
}
