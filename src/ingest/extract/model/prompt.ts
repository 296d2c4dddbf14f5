import type { Codebook } from "../../../domain/codebook.ts";
import type { Issue } from "../../../domain/issue.ts";
import type { Candidate, ExtractionTask } from "../extractor.ts";
import type { Window } from "../sentences.ts";
import type { Message } from "./answers.ts";

/** Another wording of the questions is another version: what was asked before is asked anew. */
export const promptVersion = "1";

export const issueLabel = (index: number): string => `I${index + 1}`;
export const actorLabel = (index: number): string => `A${index + 1}`;

/** The question for the stances in some sentences. What stays the same over many questions comes first, as servers keep it. */
export function questionOf(task: ExtractionTask, window: Window): readonly Message[] {
  const { document, actors, codebook } = task;
  const about = [
    `Title: ${document.title}`,
    ...(document.publisher === null ? [] : [`Publisher: ${document.publisher}`]),
    ...(document.publishedOn === null ? [] : [`Published: ${document.publishedOn}`]),
  ];
  const sentences = window.sentences.map(
    ({ start, end }, index) => `[${window.first + index + 1}] ${inOneLine(document.text.slice(start, end))}`,
  );
  return [
    { role: "system", content: `${rules}\n\n${codebookIn(codebook)}` },
    {
      role: "user",
      content: [
        "Actors:",
        ...actors.map(actorLine),
        "",
        ...about,
        "",
        "Sentences:",
        ...sentences,
        "",
        "Which stances do these sentences tell? Answer with one JSON object.",
      ].join("\n"),
    },
  ];
}

const rules = `You code political texts: you find who holds which position on which issue, in which exact words.

An issue is a proposition that one can be for or against. You get the issues, a closed list of actors, and numbered sentences.
Tell each stance that an actor of the list holds on an issue of the list according to the sentences. Rules:
- Name actors and issues by their labels only (A1, I1). An actor that is not on the list holds no stance here.
- The holder is whose view it is, not who reports it. Who says it for the holder is the speaker (a label, or null).
- "quote" is copied from the sentences letter by letter, as short as shows the stance, never changed or put together.
- "sentences" are the numbers of the sentences that the quote is from.
- SUPPORTS or OPPOSES is about the proposition as it is worded: mind negations. AMBIVALENT says both, NEUTRAL takes no side in
  so many words, UNDECIDED has not decided, DECLINED_TO_COMMENT would not say.
- "isStrong" is true only for strong words, as in "will never accept".
- A condition ("only after …", "unless …") is a condition, not opposition: {"kind": "ONLY_AFTER", "text": "…"}.
- "cue" are the words that show or report it ("demanded", "according to"), "negation" those that deny, "hedge" those that weaken,
  each copied, or null.
- "mode" is how the words are rendered, "authority" by what right the speaker speaks for the holder; null when it is not told.
- "reason" says in one sentence why it is a stance. "confidence" is from 0 to 1.
- No stance is a good answer: {"stances": []}. Do not infer from what you know of the world.

Form of an answer:
{"stances": [{"actor": "A1", "issue": "I1", "direction": "OPPOSES", "isStrong": false, "sentences": [3], "quote": "…",
"act": "DECLARED", "holderCertainty": "CERTAIN", "conditions": [], "facets": [], "speaker": null, "mode": "INDIRECT",
"authority": "OWN", "cue": "said", "negation": null, "hedge": null, "reason": "…", "confidence": 0.8}]}`;

function codebookIn({ issues }: Codebook): string {
  return ["Issues:", ...issues.map(issueLines)].join("\n");
}

function issueLines(issue: Issue, index: number): string {
  const facets = issue.facets.map(({ name, values }) => `  facet ${name}: ${values.join(" | ")}`);
  const examples = issue.examples
    .slice(0, 6)
    .map(({ direction, text }) => `  example of ${direction}: ${inOneLine(text)}`);
  return [
    `${issueLabel(index)}: ${issue.label}. Proposition: ${inOneLine(issue.proposition)}`,
    `  support: ${inOneLine(issue.pro)}`,
    `  opposition: ${inOneLine(issue.contra)}`,
    ...facets,
    ...examples,
  ].join("\n");
}

function actorLine({ name, mentions }: Candidate, index: number): string {
  const others = mentions.filter((mention) => mention !== name).slice(0, 6);
  return `${actorLabel(index)}: ${name}${others.length === 0 ? "" : ` (here: ${others.join(", ")})`}`;
}

export interface Claim {
  /** The words around the quote. */
  readonly passage: string;
  readonly holder: string;
  readonly direction: string;
  readonly proposition: string;
}

const verbs: Readonly<Record<string, string>> = {
  SUPPORTS: "is for this",
  OPPOSES: "is against this",
  AMBIVALENT: "is both for and against this",
  NEUTRAL: "takes no side on this",
  UNDECIDED: "has not decided on this",
  DECLINED_TO_COMMENT: "declined to comment on this",
};

/** The question whether passages show what was read out of them, asked without telling what the first answer was. */
export function verifyingQuestionOf(claims: readonly Claim[]): readonly Message[] {
  return [
    {
      role: "system",
      content: `You check claims against passages. For each claim answer YES when its passage alone shows it, OPPOSITE when the passage
shows the opposite, NO when the passage shows neither or shows it of somebody else, UNCLEAR when one cannot tell.
Answer with one JSON object: {"verdicts": [{"claim": 1, "verdict": "YES"}]}`,
    },
    {
      role: "user",
      content: claims
        .map(
          ({ passage, holder, direction, proposition }, index) =>
            `Claim ${index + 1}\nPassage: ${inOneLine(passage)}\nClaim: ${holder} ${verbs[direction]}: ${inOneLine(proposition)}`,
        )
        .join("\n\n"),
    },
  ];
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
