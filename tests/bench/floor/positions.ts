import { dayNumber, type FloorQuery, lastPreference } from "./answer.ts";
import { directions } from "./build.ts";

interface Row {
  readonly key: number;
  readonly actor: string;
  readonly name: string;
  readonly kind: string;
  readonly direction: number;
  readonly intensity: number;
  readonly edtf: string;
  readonly stance: string;
  readonly quote: string | null;
  readonly document: string;
  readonly title: string;
  readonly publisher: string | null;
}

/** Who holds which position on an issue: walks its newest stances and stops at fifty that none of the same holder follows. */
export const positions: FloorQuery = (db) => {
  const newest = db.prepare(`
    select s.key, a.id as actor, a.name, a.kind, s.direction, s.intensity, s.edtf, s.id as stance,
      e.quote, d.id as document, d.title, d.publisher
    from (
      select w.key, w.holder, w.day
      from stance w indexed by stance_newest
      where w.issue = (select key from issue where id = :issue) and w.day <= :day and not exists (
        select 1 from stance n indexed by stance_latest
        where n.issue = w.issue and n.holder = w.holder and n.preference > w.preference and n.preference <= ${lastPreference}
      )
      order by w.day desc, w.holder
      limit 50
    ) p
    cross join stance s on s.key = p.key
    cross join actor a on a.key = p.holder
    left join stance_evidence v on v.stance = p.key
    left join evidence e on e.key = v.evidence
    left join document d on d.key = e.document
    order by p.day desc, p.holder, v.ordinal
  `);
  return ({ issue, day }: { readonly issue: string; readonly day: string }) => {
    const nodes: { deciding: { evidence: unknown[] } }[] = [];
    let key = 0;
    for (const row of newest.all({ issue, day: dayNumber(day) }) as Row[]) {
      if (row.key !== key) nodes.push(positionOf(row));
      key = row.key;
      if (row.quote !== null) nodes.at(-1)?.deciding.evidence.push(evidenceOf(row));
    }
    return { positions: { nodes } };
  };
};

function positionOf({ actor, name, kind, direction, intensity, edtf, stance }: Row) {
  return {
    actor: { id: actor, name, kind },
    direction: directions[direction],
    intensity,
    lastOn: { edtf },
    deciding: { id: stance, evidence: [] },
  };
}

function evidenceOf({ quote, document, title, publisher }: Row) {
  return { quote, document: { id: document, title, publisher } };
}
