import { isCancel, select, text } from "@clack/prompts";
import { placeOf } from "../../domain/document.ts";
import { StanceGraphError } from "../../domain/error.ts";
import type { StanceId } from "../../domain/id.ts";
import { type ReasonCode, reasonCodes } from "../../domain/proposal.ts";
import { defaultIntensity, directions, type Stance } from "../../domain/stance.ts";
import { codingItems } from "../../export/coding-items.ts";
import { sourceOf } from "../../http/source.ts";
import { reviewStance, reviseStance } from "../../ingest/edit.ts";
import type { Store } from "../../store/open.ts";
import type { Where } from "../../store/where.ts";
import { authorOf } from "../author.ts";
import { counted } from "../counts.ts";
import type { Effects, Terminal } from "../effects.ts";
import { UsageError } from "../exit.ts";
import { cardOf } from "./card.ts";

type Step = "accept" | "edit" | "reject" | "skip" | "back" | "end";

/** Asks a person about each proposal that a filter lets through, in the order of the texts, and does as they say. */
export async function reviewOneByOne(store: Store, where: Where, effects: Effects): Promise<void> {
  const proposals = inOrder([...store.stances.all({ where })]);
  if (proposals.length === 0) {
    await effects.stderr.write("Nothing awaits review.\n");
    return;
  }
  if (effects.terminal === null)
    throw new UsageError(
      '"review" asks at a terminal; elsewhere use "review list", "accept", "reject" and "undo".',
    );
  const counts = await new Reviewing(store, effects, effects.terminal).all(proposals);
  await effects.stderr.write(
    `${counted(counts.accepted, "stance")} accepted, ${counts.rejected} rejected, ${counts.left} left.\n`,
  );
}

/** By document, and within it by place. */
function inOrder(stances: readonly Stance[]): readonly StanceId[] {
  const startOf = ({ evidence: [first] }: Stance) => (first === undefined ? 0 : placeOf(first).start);
  return stances
    .toSorted(
      (a, b) => a.document.localeCompare(b.document) || startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1),
    )
    .map(({ id }) => id);
}

/** What was decided last, and how to come back to it. */
interface Decided {
  readonly at: number;
  readonly id: StanceId;
  readonly as: "accepted" | "rejected";
}

class Reviewing {
  readonly #store: Store;
  readonly #effects: Effects;
  readonly #terminal: Terminal;
  readonly #decided: Decided[] = [];

  constructor(store: Store, effects: Effects, terminal: Terminal) {
    this.#store = store;
    this.#effects = effects;
    this.#terminal = terminal;
  }

  async all(proposals: readonly StanceId[]) {
    const ids = [...proposals];
    for (let at = 0; at < ids.length; ) {
      const id = ids[at] as StanceId;
      await this.#effects.stderr.write(`\n${cardOf(this.#store, id, `${at + 1} of ${ids.length}`)}\n`);
      const step = await this.#step();
      if (step === "end") break;
      if (step === "back") {
        const last = this.#decided.pop();
        if (last === undefined) continue;
        reviewStance(this.#store, last.id, "PROPOSED", { author: authorOf(this.#effects) });
        ids[last.at] = last.id;
        at = last.at;
        continue;
      }
      const decided = step === "skip" ? { id, as: null } : await this.#decide(id, step);
      if (decided === null) continue;
      if (decided.as !== null) this.#decided.push({ at, id: decided.id, as: decided.as });
      at += 1;
    }
    const count = (as: Decided["as"]) => this.#decided.filter((each) => each.as === as).length;
    const [accepted, rejected] = [count("accepted"), count("rejected")];
    return { accepted, rejected, left: ids.length - accepted - rejected };
  }

  async #step(): Promise<Step> {
    const options: { value: Step; label: string }[] = [
      { value: "accept", label: "Accept" },
      { value: "edit", label: "Correct it, and accept" },
      { value: "reject", label: "Reject" },
      { value: "skip", label: "Skip" },
      ...(this.#decided.length > 0 ? [{ value: "back" as const, label: "Take the last decision back" }] : []),
      { value: "end", label: "End" },
    ];
    return (await this.#chosen("Does it stand?", options)) ?? "end";
  }

  /** What was decided on which stance; null: nothing, ask again. */
  async #decide(
    id: StanceId,
    step: "accept" | "edit" | "reject",
  ): Promise<{ readonly id: StanceId; readonly as: Decided["as"] } | null> {
    try {
      if (step === "reject") return await this.#reject(id);
      const stands = step === "edit" ? await this.#corrected(id) : id;
      if (stands === null) return null;
      reviewStance(this.#store, stands, "ACCEPTED", { author: authorOf(this.#effects) });
      return { id: stands, as: "accepted" };
    } catch (error) {
      if (!(error instanceof StanceGraphError)) throw error;
      await this.#effects.stderr.write(`${error.message}\n`);
      return null;
    }
  }

  async #reject(id: StanceId) {
    const code = await this.#chosen<ReasonCode>(
      "Why?",
      reasonCodes
        .filter((each) => each !== "OVERRULED" && each !== "REEXTRACTED")
        .map((value) => ({ value, label: value.toLowerCase().replaceAll("_", " ") })),
    );
    if (code === null) return null;
    const why = await this.#written("More about it, for the review (may stay empty)", "");
    if (why === null) return null;
    reviewStance(this.#store, id, "REJECTED", { author: authorOf(this.#effects, why || null), code });
    return { id, as: "rejected" as const };
  }

  /** The id of the corrected stance; null where nothing was corrected. */
  async #corrected(id: StanceId): Promise<StanceId | null> {
    const store = this.#store;
    const [item] = codingItems.stance(sourceOf(store, { where: { id: { eq: id } } }));
    const what = await this.#chosen("What is wrong?", [
      { value: "direction", label: "The direction" },
      { value: "intensity", label: "The strength" },
      { value: "holder", label: "The holder" },
      { value: "issue", label: "The issue" },
    ]);
    if (what === null || item === undefined) return null;
    const value = await this.#valueOf(what, String(item[what]));
    if (value === null) return null;
    const changed =
      what === "direction"
        ? { direction: value, intensity: defaultIntensity(value as never) }
        : { [what]: value };
    const facets = what === "issue" ? { facets: {} } : {};
    return reviseStance(store, id, { ...item, ...changed, ...facets }, { author: authorOf(this.#effects) })
      .id as StanceId;
  }

  #valueOf(what: string, before: string): Promise<string | number | null> {
    const { actors, issues } = this.#store;
    if (what === "holder")
      return this.#written("Who holds it? A name or an id", actors.require(before as never).name);
    if (what === "direction")
      return this.#chosen(
        "Which way?",
        directions.map((value) => ({ value, label: value.toLowerCase() })),
      );
    if (what === "issue")
      return this.#chosen(
        "On what?",
        [...issues.all()].map(({ id, label }) => ({ value: id as string, label })),
      );
    return this.#chosen(
      "How strongly?",
      [-2, -1, 0, 1, 2].map((value) => ({ value, label: String(value) })),
    );
  }

  /** Null: the person turned away. */
  async #chosen<T extends string | number>(
    message: string,
    options: readonly { readonly value: T; readonly label: string }[],
  ): Promise<T | null> {
    const chosen = await select<T>({ message, options: options as never, ...this.#terminal });
    return isCancel(chosen) ? null : chosen;
  }

  async #written(message: string, initialValue: string): Promise<string | null> {
    const written = await text({ message, initialValue, ...this.#terminal });
    return isCancel(written) ? null : (written ?? "").trim();
  }
}
