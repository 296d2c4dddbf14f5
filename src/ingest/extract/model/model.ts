import { StanceGraphError } from "../../../domain/error.ts";
import { idFromName } from "../../../domain/id.ts";
import { ShapeError, shapeProblems } from "../../problems.ts";
import type { Extraction, ExtractionTask, Extractor, Refused } from "../extractor.ts";
import { sentencesOf, type Window, windowsOf } from "../sentences.ts";
import { Answers } from "./answers.ts";
import { Asking } from "./asking.ts";
import type { Budget } from "./budget.ts";
import { actorLabel, issueLabel, promptVersion, questionOf } from "./prompt.ts";
import { type Found, stanceOf } from "./reading.ts";
import { Server, type ServerOptions } from "./server.ts";
import { answer, answerSchema } from "./shape.ts";
import { verified } from "./verifying.ts";

export interface ModelOptions extends ServerOptions {
  /** The file that answers are kept in; null: nowhere. */
  readonly answers: string | null;
  /** Nothing is asked of the server: only what is kept is answered. */
  readonly isReplay: boolean;
  /** Whether each stance is asked about a second time. */
  readonly isVerifying: boolean;
  readonly budget: Budget;
}

/** So much text is shown at a time, and so many of its last sentences again. */
const windowUnits = 8_000;
const overlap = 2;

/** A language model. It is shown numbered sentences, the codebook, and the actors that the text names. */
export function modelExtractor(options: ModelOptions): Extractor {
  const { model, isReplay, isVerifying, budget } = options;
  const server = isReplay ? null : new Server(options);
  const asking = new Asking({ model, server, budget, answers: new Answers(options.answers) });
  const coder = {
    id: idFromName("coder", `model ${model}`),
    name: `Language model ${model}`,
    kind: "EXTRACTOR",
    version: promptVersion,
  } as const;

  async function extract(task: ExtractionTask): Promise<Extraction> {
    const { text, language } = task.document;
    if (task.actors.length === 0 || task.codebook.issues.length === 0) return { stances: [], refused: [] };
    const found: Found[] = [];
    const refused: Refused[] = [];
    for (const window of windowsOf(sentencesOf(text, language), windowUnits, overlap)) {
      const told = await foundIn(asking, task, window, model);
      refused.push(...told.refused);
      const checked = isVerifying ? await verified(asking, told.found) : { found: told.found, refused: [] };
      refused.push(...checked.refused);
      found.push(...checked.found);
    }
    return { stances: onceEach(found.map(({ stance }) => stance)), refused };
  }

  return { coder, extract };
}

async function foundIn(asking: Asking, task: ExtractionTask, window: Window, model: string) {
  const { value: stances, promptHash } = await asking.ask({
    messages: questionOf(task, window),
    name: "stances",
    schema: answerSchema(
      task.actors.map((_, index) => actorLabel(index)),
      task.codebook.issues.map((_, index) => issueLabel(index)),
    ),
    read: (json) => {
      // Some leave out what is around the list.
      const parsed = answer.safeParse(Array.isArray(json) ? { stances: json } : json);
      if (parsed.success) return parsed.data.stances;
      throw new StanceGraphError("invalid", new ShapeError(shapeProblems(parsed.error)).message);
    },
  });
  const found: Found[] = [];
  const refused: Refused[] = [];
  for (const value of stances) {
    const read = stanceOf(value, { task, window, model, promptHash });
    if (typeof read === "string") refused.push({ message: read, value });
    else found.push(read);
  }
  return { found, refused };
}

/** What windows have in common is told by both. */
function onceEach(stances: readonly Found["stance"][]): readonly Found["stance"][] {
  const seen = new Set<string>();
  return stances.filter((stance) => {
    const { holder, issue, direction, quote } = stance;
    const key = JSON.stringify([holder, issue, direction, quote]);
    return !seen.has(key) && seen.add(key);
  });
}
