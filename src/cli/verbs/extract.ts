import { Budget, extractors } from "../../ingest/extract/index.ts";
import { counted } from "../counts.ts";
import { withStore } from "../database.ts";
import type { Effects } from "../effects.ts";
import { exitCodes, UsageError } from "../exit.ts";
import { Extracting, type Told } from "../extracting.ts";
import { saveFile } from "../file.ts";
import { anyNumber, decimal, integer, oneOf, option, optionOr, options, text, toggle } from "../flag.ts";
import { db, pathOf } from "../flags.ts";
import { formatFlags, formatOf, printRows } from "../output.ts";
import { grouped, withProgress } from "../progress.ts";
import type { Column } from "../row.ts";
import { verb } from "../verb.ts";

const names = extractors.map(({ name }) => name);

const columns: readonly Column[] = [
  { name: "outcome", summary: "PROPOSED, PRESENT as it awaits review already, or REVIEWED before." },
  { name: "holder", summary: "Who holds it." },
  { name: "issue", summary: "On what." },
  { name: "direction", summary: "For or against, or neither." },
  { name: "confidence", summary: "The extractor's, 0 to 1." },
  { name: "quote", summary: "The exact words." },
  { name: "document", summary: "Where: a document's id.", isDetail: true },
  { name: "id", summary: "The stance's id.", isDetail: true },
];

export const extract = verb({
  arguments: {
    documents: anyNumber("Documents by id or address; all that were not read yet when left out."),
  },
  flags: {
    db,
    extractor: optionOr("model", "<name>", "What looks for stances.", oneOf(names), { choices: names }),
    model: option("<name>", "The language model, as its server calls it.", text, {
      env: "STANCEGRAPH_MODEL",
    }),
    baseUrl: optionOr(
      "http://127.0.0.1:11434/v1",
      "<url>",
      "The model's server; that of Ollama on this machine when left out.",
      text,
      { env: "STANCEGRAPH_MODEL_URL" },
    ),
    issue: options("<name>", "Only on this issue: an id or a label.", text),
    again: toggle("Read documents again that were read by the same version with the same codebook."),
    answers: option(
      "<file>",
      "Keep the model's answers in this file, and ask nothing twice; beside the database when left out.",
      text,
    ),
    replay: toggle("Ask nothing: only answers that are kept are used."),
    noVerify: toggle("Do not ask about each stance a second time."),
    maxTokens: option("<n>", "Stop before so many tokens are taken.", integer(1, 1e12)),
    maxCost: option("<n>", "Stop before it costs so much, by --price.", decimal(0), { onlyWith: "price" }),
    price: option("<in,out>", "What a million tokens cost, asked and answered, as in 0.15,0.6.", pricesOf),
    timeout: optionOr(120, "<seconds>", "Wait so long for an answer; 120 when left out.", integer(1, 3_600)),
    retries: optionOr(
      4,
      "<n>",
      "Ask again so often where the server is busy or cannot be reached; 4 when left out.",
      integer(0, 20),
    ),
    parallel: optionOr(2, "<n>", "Read so many documents at a time; 2 when left out.", integer(1, 64)),
    rejects: option("<file>", "Write what was found and refused into this file (JSON lines).", text),
    dryRun: toggle("Ask and tell, and write nothing but answers."),
    why: option("<reason>", "Why, for the audit.", text),
    ...formatFlags,
  },
  notes: `Any server that speaks the protocol of OpenAI's chat completions will do: Ollama, llama.cpp, vLLM, or in the cloud.
A key, where the server asks for one, is read from STANCEGRAPH_MODEL_KEY. The texts of the documents are sent to the server.
The model gets numbered sentences, the codebook, and those actors of the graph that the text names; it only proposes. A quote must
be in the text; one that differs by a negation, a modal, a number or a name is refused. A document is read again when the codebook
has changed; what was proposed there before goes, unless somebody has decided on it. See "stancegraph review".`,
  examples: [
    [
      "stancegraph extract --model llama3.1 --issue us-withdrawal",
      "Asks a model of Ollama on this machine for stances on one issue.",
    ],
    [
      "stancegraph extract --model gpt-5-mini --base-url https://models.example.org/v1 --max-cost 0.50 --price 0.25,2",
      "Asks a model in the cloud, for half a dollar at most.",
    ],
  ],
  run: async (input, effects) => {
    if (!input.model) throw new UsageError("Name the model: --model, or STANCEGRAPH_MODEL.");
    if (!URL.canParse(input.baseUrl) || !/^https?:/.test(input.baseUrl))
      throw new UsageError(`--base-url: "${input.baseUrl}" is no address, as in http://127.0.0.1:11434/v1.`);
    const { maxTokens, maxCost, price, dryRun } = input;
    const budget = new Budget({ maxTokens, maxCost, prices: price ?? { question: 0, answer: 0 } });
    const extractor = extractors
      .find(({ name }) => name === input.extractor)
      ?.open({
        baseUrl: input.baseUrl,
        model: input.model,
        apiKey: effects.env.STANCEGRAPH_MODEL_KEY || null,
        timeoutSeconds: input.timeout,
        retries: input.retries,
        answers: answersPath(input.answers, input.db, effects),
        isReplay: input.replay,
        isVerifying: !input.noVerify,
        budget,
      });
    if (extractor === undefined) throw new Error(`No extractor ${input.extractor}`);
    const told = await withStore(input.db, effects, (store) => {
      const work = new Extracting(store, extractor, { effects, why: input.why, dryRun, issues: input.issue });
      const ids = work.documents(input.documents, input.again);
      return withProgress("Extracting", "documents", effects, (onProgress) =>
        work.all(ids, input.parallel, onProgress),
      );
    });
    await printRows({ columns, rows: told.rows, format: formatOf(input) }, effects);
    if (input.rejects !== null) {
      saveFile(
        pathOf(effects, input.rejects),
        told.refused.map((each) => `${JSON.stringify(each)}\n`),
      );
      await effects.stderr.write(`${counted(told.refused.length, "reject")} written to ${input.rejects}.\n`);
    }
    await tell(told, budget, input, effects);
    return told.troubles.length > 0 ? exitCodes.rejected : exitCodes.ok;
  },
});

function answersPath(given: string | null, database: string, effects: Effects): string | null {
  if (given !== null) return pathOf(effects, given);
  return database === ":memory:" ? null : `${pathOf(effects, database)}.answers.jsonl`;
}

function pricesOf(given: string) {
  const [question, answer, ...rest] = given.split(",").map((each) => decimal(0)(each.trim()));
  if (question === undefined || answer === undefined || rest.length > 0)
    throw new UsageError(`"${given}" is no pair of prices, as in 0.15,0.6.`);
  return { question, answer };
}

const shown = 20;

async function tell(
  { rows, documents, withdrawn, refused, troubles, unnamed }: Told,
  budget: Budget,
  { maxCost, price, dryRun }: { maxCost: number | null; price: unknown; dryRun: boolean },
  { stderr }: Effects,
): Promise<void> {
  const say = (sentence: string) => stderr.write(`${sentence}\n`);
  for (const trouble of troubles.slice(0, shown)) await say(trouble);
  if (troubles.length > shown) await say(`… and ${troubles.length - shown} more.`);
  if (unnamed > 0)
    await say(
      `${counted(unnamed, "document")} named no actor of the graph, so nothing was asked about them.`,
    );
  const spent = price === null && maxCost === null ? "" : `, ${budget.cost.toFixed(4)} in cost`;
  await say(
    `${counted(budget.requests, "request")}, ${grouped(budget.questionTokens)} tokens asked and ${grouped(budget.answerTokens)} answered${spent}.`,
  );
  const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  const dry = dryRun ? " A dry run: nothing was written but answers." : "";
  await say(
    `${counted(documents, "document")} read: ${counted(count("PROPOSED"), "stance")} proposed, ${count("PRESENT")} awaiting review already, ${count("REVIEWED")} decided on before, ${withdrawn} withdrawn, ${refused.length} refused.${dry}`,
  );
}
