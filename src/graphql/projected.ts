import {
  consideredIn,
  idsAt,
  isContested,
  type Standing,
  sinceOf,
  sourcesAmong,
} from "../analysis/standing.ts";
import type { Day, Edtf } from "../domain/edtf.ts";
import type { ActorId, IssueId, StanceId } from "../domain/id.ts";
import type { Contribution, PositionRule } from "../domain/position.ts";
import { directionAt, intensityAt, stanceIdAt } from "../domain/projection/columns.ts";
import { dayOfNumber, noDay } from "../domain/projection/day-number.ts";
import type { Projection } from "../domain/projection/projection.ts";
import type { Direction, Intensity } from "../domain/stance.ts";
import { narrow } from "../store/narrow.ts";
import { edtfOf } from "../store/rows.ts";
import { stanceTable } from "../store/tables.ts";
import type { Context } from "./context.ts";
import { found } from "./loads.ts";
import type { Answer, Question } from "./questions.ts";

const datesByKey = narrow(stanceTable, "key", ["effective_edtf", "effective_earliest", "effective_latest"]);

/** A position read from a projection: what is asked of it is computed when it is asked, the rest is loaded. */
export class ProjectedAnswer implements Answer {
  readonly actor: ActorId;
  readonly issue: IssueId;
  readonly direction: Direction;
  readonly intensity: Intensity;
  readonly representative = null;
  readonly knownAt = null;
  readonly #projection: Projection;
  readonly #standing: Standing;
  readonly #question: Question;
  readonly #context: Context;
  readonly #day: number | null;
  #deciding: StanceId | null = null;

  constructor(
    context: Context,
    question: Question,
    { projection, standing, day }: { projection: Projection; standing: Standing; day: number | null },
  ) {
    const { columns, actors, issues } = projection;
    this.actor = actors.ids[standing.actor] as ActorId;
    this.issue = issues.ids[standing.issue] as IssueId;
    this.direction = directionAt(columns, standing.deciding);
    this.intensity = intensityAt(columns, standing.deciding);
    this.#context = context;
    this.#question = question;
    this.#projection = projection;
    this.#standing = standing;
    this.#day = day;
  }

  get score(): number {
    return this.intensity / 2 + 0;
  }

  get deciding(): StanceId {
    this.#deciding ??= stanceIdAt(this.#projection.columns, this.#standing.deciding);
    return this.#deciding;
  }

  get decidingKey(): number {
    return this.#projection.columns.key[this.#standing.deciding] as number;
  }

  get lastOn(): Edtf | null {
    return this.#dateAt(this.#standing.deciding);
  }

  /** The day of `lastOn` as a number. */
  get lastDay(): number {
    return this.#projection.columns.latest[this.#standing.deciding] as number;
  }

  get since(): Edtf | null {
    const place = sinceOf(this.#projection, this.#standing, this.#day);
    return place === null ? null : this.#dateAt(place);
  }

  get contested(): boolean {
    const { windowDays } = this.#question.rule;
    return isContested(this.#projection, this.#standing, { day: this.#day, windowDays });
  }

  get conditions() {
    return found(this.#context.load.stances, this.deciding).conditions;
  }

  get facets() {
    return found(this.#context.load.stances, this.deciding).facets;
  }

  get contributions(): readonly Contribution[] {
    const ids = idsAt(this.#projection.columns, this.#considered);
    return ids.map((stance, index) => ({ stance, weight: index === 0 ? 1 : 0 }));
  }

  get sourceCount(): number {
    return sourcesAmong(this.#projection.columns, this.#considered);
  }

  get rule(): PositionRule {
    return this.#question.rule;
  }

  get asOf(): Day | null {
    return this.#question.asOf.validAt as Day | null;
  }

  get #considered(): readonly number[] {
    return consideredIn(this.#projection, this.#standing, this.#day);
  }

  #dateAt(place: number): Edtf | null {
    const { latest, plain, key } = this.#projection.columns;
    const number = latest[place] as number;
    if (number === noDay) return null;
    if (plain[place] === 1) {
      const day = dayOfNumber(number);
      return { edtf: day, earliest: day, latest: day };
    }
    const [row] = this.#context.store.narrow(datesByKey, [key[place] as number]);
    return edtfOf(row?.[1], row?.[2], row?.[3]);
  }
}
