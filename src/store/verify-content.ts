import { relationId } from "../domain/actor.ts";
import { authorities, authorityOf } from "../domain/attribution.ts";
import type { ActorId, IssueId } from "../domain/id.ts";
import { type Stance, stanceId } from "../domain/stance.ts";
import { leads } from "./merges.ts";
import { ageByDocument, numberByAge } from "./quote-index.ts";
import { relationOf, relationSelect } from "./relations.ts";
import { fold, type Row } from "./rows.ts";
import type { Sqlite } from "./sqlite.ts";
import { stanceOf, stanceSelect } from "./stance-rows.ts";

export interface Fault {
  readonly id: string;
  readonly message: string;
}

/** Recomputes what is made from content: ids of stances and relations, and the columns that repeat other columns. */
export function* contentFaults(db: Sqlite): Generator<Fault> {
  yield* stanceFaults(db);
  yield* relationFaults(db);
  yield* nameFaults(db);
  yield* quoteFaults(db);
}

function* quoteFaults(db: Sqlite): Generator<Fault> {
  const wrong = db.prepare(`
    select id from evidence
    where age is null or age <> ${ageByDocument} or ${numberByAge} not in (select key from evidence)
      or ${numberByAge} in (select ${numberByAge} from evidence group by 1 having count(*) > 1)
    order by key
  `);
  for (const { id } of wrong.iterate() as Iterable<Row>) {
    yield {
      id: id as string,
      message: "its place among the newest quotes is not that of its document's date",
    };
  }
}

function* stanceFaults(db: Sqlite): Generator<Fault> {
  const current = {
    actor: leads(db, "actor"),
    issue: leads(db, "issue"),
  };
  const group = db.prepare("select independence_group from document where id = :id").pluck();
  for (const row of db.prepare(`${stanceSelect} order by stance.key`).iterate() as Iterable<Row>) {
    const stance: Stance = {
      ...stanceOf(row),
      holder: row.coded_holder_id as ActorId,
      issue: row.coded_issue_id as IssueId,
    };
    const { id } = stance;
    if (stanceId(stance) !== id) yield { id, message: "what it says is not what its id was made from" };
    const effective = stance.statedOn ?? stance.publishedOn;
    const isDated =
      row.effective_edtf === (effective?.edtf ?? null) &&
      row.effective_earliest === (effective?.earliest ?? null) &&
      row.effective_latest === (effective?.latest ?? null);
    if (!isDated)
      yield { id, message: "its effective date is neither when it was said nor when it was published" };
    if (row.authority !== authorities.indexOf(authorityOf(stance.attribution))) {
      yield { id, message: "its authority is not that of its chain" };
    }
    if (row.independence_group !== group.get({ id: stance.document })) {
      yield { id, message: "its independence group is not that of its document" };
    }
    if (row.holder_id !== current.actor(stance.holder) || row.issue_id !== current.issue(stance.issue)) {
      yield { id, message: "it is not filed under the actor and the issue that answer for the coded ones" };
    }
  }
}

function* relationFaults(db: Sqlite): Generator<Fault> {
  for (const row of db.prepare(relationSelect).iterate() as Iterable<Row>) {
    const relation = relationOf(row);
    if (relationId(relation) !== relation.id) {
      yield { id: relation.id, message: "what it says is not what its id was made from" };
    }
  }
}

function* nameFaults(db: Sqlite): Generator<Fault> {
  for (const row of db.prepare("select actor_id, name, folded from actor_name").iterate() as Iterable<Row>) {
    if (fold(row.name as string) !== row.folded) {
      yield { id: row.actor_id as string, message: `its name "${row.name}" is looked up by other letters` };
    }
  }
}
