import { parseId, type StanceId } from "../../domain/id.ts";
import { type ReasonCode, reasonCodes } from "../../domain/proposal.ts";
import { checkMove, type Status } from "../../domain/stance.ts";
import { reviewStance } from "../../ingest/edit.ts";
import type { Where } from "../../store/where.ts";
import { whereFlag } from "../asking.ts";
import { authorOf } from "../author.ts";
import { counted } from "../counts.ts";
import { withStore } from "../database.ts";
import type { Effects } from "../effects.ts";
import { exitCodes, UsageError } from "../exit.ts";
import { oneOf, oneOrMore, option, text } from "../flag.ts";
import { db } from "../flags.ts";
import { among } from "../named.ts";
import { reviewOneByOne } from "../review/walking.ts";
import { type VerbGroup, verb } from "../verb.ts";
import { stances } from "./stances.ts";

const ids = oneOrMore(
  'The ids of stances, as "review list" shows them; "-" reads them from standard input, one a line.',
);
const code = option<ReasonCode>("<code>", "Why, out of a closed list.", oneOf(reasonCodes), {
  choices: reasonCodes,
});
const why = option("<reason>", "Why, for the review and the audit.", text);

const proposed = { status: ["PROPOSED"] };

const list = verb({
  arguments: {},
  flags: stances.flags,
  notes: "The same as `stances`, of those that are proposed.",
  examples: [["stancegraph review list", "Lists what awaits review, the newest first."]],
  run: (input, effects) =>
    stances.run({ ...input, where: among(input.where as object | null, proposed) } as never, effects),
});

const accept = decision("ACCEPTED", "accepted", [
  ["stancegraph review accept stance:ea8065b64462a0ef", "Lets a proposal count from now on."],
]);
const reject = decision("REJECTED", "rejected", [
  [
    "stancegraph review reject stance:ea8065b64462a0ef --code WRONG_HOLDER --why 'The union said it, not the miners.'",
    "Turns a proposal down, with the reason.",
  ],
]);
const undo = decision("PROPOSED", "awaiting review again", [
  ["stancegraph review undo stance:ea8065b64462a0ef", "Takes a decision back."],
]);

/** Decides on stances, one change each. All are looked at before the first is changed. */
function decision(status: Status, word: string, examples: readonly (readonly [string, string])[]) {
  return verb({
    arguments: { ids },
    flags: { db, why, ...(status === "REJECTED" && { code }) },
    examples,
    run: (input, effects) =>
      withStore(input.db, effects, async (store) => {
        const all = (await named(input.ids, effects)).map((id) => parseId("stance", id) as StanceId);
        if (all.length === 0) throw new UsageError("No stance is named.");
        for (const id of all) checkMove(store.stances.require(id), status);
        const author = authorOf(effects, input.why);
        for (const id of all) reviewStance(store, id, status, { author, code: input.code ?? null });
        await effects.stderr.write(`${counted(all.length, "stance")} ${word}.\n`);
        return exitCodes.ok;
      }),
  });
}

async function named(given: readonly string[], effects: Effects): Promise<readonly string[]> {
  if (!given.includes("-")) return given;
  const told = (await effects.stdin()).split(/\s+/).filter((word) => word !== "");
  return [...given.filter((word) => word !== "-"), ...told];
}

const walk = verb({
  arguments: {},
  flags: {
    db,
    where: whereFlag("{confidence: {lt: 0.5}}"),
    document: option("<id>", "Only of this document.", text),
  },
  notes: `Shows what awaits review one by one, in the order of the text, and asks: accept, edit, reject with a reason, skip, take the
last decision back, or end. Needs a terminal; in scripts use "review list", "accept", "reject" and "undo".`,
  examples: [["stancegraph review walk", "Asks about each proposal; nothing else is to be named."]],
  run: (input, effects) =>
    withStore(input.db, effects, async (store) => {
      const document = input.document === null ? [] : [parseId("document", input.document)];
      const where = among(input.where, { ...proposed, document });
      await reviewOneByOne(store, where as Where, effects);
      return exitCodes.ok;
    }),
});

export const review: VerbGroup = {
  otherwise: "walk",
  verbs: [
    {
      name: "walk",
      summary: "Asks about what awaits review, one by one; what `review` alone does.",
      load: async () => walk,
    },
    { name: "list", summary: "Lists what awaits review.", load: async () => list },
    { name: "accept", summary: "Lets proposals count.", load: async () => accept },
    { name: "reject", summary: "Turns proposals down.", load: async () => reject },
    { name: "undo", summary: "Takes decisions back.", load: async () => undo },
    {
      name: "conflicts",
      summary: "Lists where coders read the same words differently.",
      load: async () => (await import("../review/conflicts.ts")).conflicts,
    },
    {
      name: "adjudicate",
      summary: "Decides between coders' readings.",
      load: async () => (await import("../review/adjudicate.ts")).adjudicate,
    },
    {
      name: "hand-out",
      summary: "Makes a graph without stances, for a coder to code blind.",
      load: async () => (await import("../review/hand-out.ts")).handOut,
    },
    {
      name: "hand-in",
      summary: "Takes what a coder has coded there, as proposals.",
      load: async () => (await import("../review/hand-in.ts")).handIn,
    },
  ],
};
