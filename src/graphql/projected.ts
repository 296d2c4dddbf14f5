import {
  consideredIn,
  type Decided,
  idsAt,
  isContested,
  type Standing,
  sinceOf,
  sourcesAmong,
  standingOf,
} from "../analysis/standing.ts";
import type { Day, Edtf } from "../domain/edtf.ts";
import type { ActorId, IssueId, StanceId } from "../domain/id.ts";
import type { Contribution, PositionRule } from "../domain/position.ts";
import { type Columns, directionAt, intensityAt, stanceIdAt } from "../domain/projection/columns.ts";
import { dayOfNumber, noDay } from "../domain/projection/day-number.ts";
import type { Direction, Intensity } from "../domain/stance.ts";
import { narrow } from "../store/narrow.ts";
import { edtfOf } from "../store/rows.ts";
import { stanceTable } from "../store/tables.ts";
import { found } from "./loads.ts";
import type { Answer, Projecting } from "./questions.ts";

const datesByKey = narrow(stanceTable, "key", ["effective_edtf", "effective_earliest", "effective_latest"]);

/** A position read from a projection: what is asked of it is computed when it is asked, the rest is loaded. */
export class ProjectedAnswer implements Answer {
  readonly representative = null;
  readonly knownAt = null;
  readonly #asking: Projecting;
  readonly #decided: Decided;
  #standing: Standing | null = null;
  #deciding: StanceId | null = null;

  constructor(asking: Projecting, decided: Decided) {
    this.#asking = asking;
    this.#decided = decided;
  }

  get actor(): ActorId {
    return this.#asking.projection.actors.ids[this.#decided.actor] as ActorId;
  }

  get issue(): IssueId {
    return this.#asking.projection.issues.ids[this.#decided.issue] as IssueId;
  }

  get direction(): Direction {
    return directionAt(this.#columns, this.#decided.deciding);
  }

  get intensity(): Intensity {
    return intensityAt(this.#columns, this.#decided.deciding);
  }

  get score(): number {
    return this.intensity / 2 + 0;
  }

  get deciding(): StanceId {
    this.#deciding ??= stanceIdAt(this.#columns, this.#decided.deciding);
    return this.#deciding;
  }

  get decidingKey(): number {
    return this.#columns.key[this.#decided.deciding] as number;
  }

  get lastOn(): Edtf | null {
    return this.#dateAt(this.#decided.deciding);
  }

  /** The day of `lastOn` as a number. */
  get lastDay(): number {
    return this.#columns.latest[this.#decided.deciding] as number;
  }

  get since(): Edtf | null {
    const { projection, day } = this.#asking;
    const place = sinceOf(projection, this.#whole, day);
    return place === null ? null : this.#dateAt(place);
  }

  get contested(): boolean {
    const { projection, question, day } = this.#asking;
    return isContested(projection, this.#whole, { day, windowDays: question.rule.windowDays });
  }

  get conditions() {
    return found(this.#asking.context.load.stances, this.deciding).conditions;
  }

  get facets() {
    return found(this.#asking.context.load.stances, this.deciding).facets;
  }

  get contributions(): readonly Contribution[] {
    const ids = idsAt(this.#columns, this.#considered);
    return ids.map((stance, index) => ({ stance, weight: index === 0 ? 1 : 0 }));
  }

  get sourceCount(): number {
    return sourcesAmong(this.#columns, this.#considered);
  }

  get rule(): PositionRule {
    return this.#asking.question.rule;
  }

  get asOf(): Day | null {
    return this.#asking.question.asOf.validAt as Day | null;
  }

  get #considered(): readonly number[] {
    const { projection, day } = this.#asking;
    return consideredIn(projection, this.#whole, day);
  }

  get #columns(): Columns {
    return this.#asking.projection.columns;
  }

  /** With all stances of the pair, which few questions need. */
  get #whole(): Standing {
    const { projection, day } = this.#asking;
    this.#standing ??= standingOf(projection, this.#decided, day) as Standing;
    return this.#standing;
  }

  #dateAt(place: number): Edtf | null {
    const { latest, plain, key } = this.#columns;
    const number = latest[place] as number;
    if (number === noDay) return null;
    if (plain[place] === 1) {
      const day = dayOfNumber(number);
      return { edtf: day, earliest: day, latest: day };
    }
    const [row] = this.#asking.context.store.narrow(datesByKey, [key[place] as number]);
    return edtfOf(row?.[1], row?.[2], row?.[3]);
  }
}
