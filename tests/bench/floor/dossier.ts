import type { FloorQuery } from "./answer.ts";
import { directions } from "./build.ts";

interface Found {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

interface Row {
  readonly key: number;
  readonly id: string;
  readonly direction: number;
  readonly intensity: number;
  readonly edtf: string;
  readonly issue: string;
  readonly label: string;
  readonly quote: string | null;
  readonly document: string;
  readonly title: string;
}

/** All about an actor: itself, its parents, its newest stances and how many it has of each direction. */
export const dossier: FloorQuery = (db) => {
  const actor = db.prepare("select key, id, name, kind from actor where id = ?");
  const parents = db.prepare(
    "select a.id, a.name from membership m cross join actor a on a.key = m.parent where m.member = ? order by m.parent",
  );
  const stances = db.prepare(`
    select s.key, s.id, s.direction, s.intensity, s.edtf, i.id as issue, i.label, e.quote, d.id as document, d.title
    from (select key from stance where holder = ? order by key desc limit 20) p
    cross join stance s on s.key = p.key
    cross join issue i on i.key = s.issue
    left join stance_evidence v on v.stance = s.key
    left join evidence e on e.key = v.evidence
    left join document d on d.key = e.document
    order by p.key desc, v.ordinal
  `);
  const counts = db.prepare(
    "select direction, count(*) as stances from stance where holder = ? group by direction order by direction",
  );
  return ({ id }: { readonly id: string }) => {
    const found = actor.get(id) as Found | undefined;
    if (found === undefined) return { actor: null, stanceCounts: [] };
    const { key, name, kind } = found;
    const counted = counts.all(key) as { readonly direction: number; readonly stances: number }[];
    return {
      actor: {
        id,
        name,
        kind,
        parents: parents.all(key),
        stances: { nodes: stancesOf(stances.all(key) as Row[]) },
      },
      stanceCounts: counted.map((row) => ({
        keys: [{ value: directions[row.direction] }],
        stances: row.stances,
      })),
    };
  };
};

function stancesOf(rows: readonly Row[]) {
  const nodes: { evidence: unknown[] }[] = [];
  let last = 0;
  for (const { key, id, direction, intensity, edtf, issue, label, quote, document, title } of rows) {
    if (key !== last) {
      nodes.push({
        id,
        direction: directions[direction],
        intensity,
        effectiveOn: { edtf },
        issue: { id: issue, label },
        evidence: [],
      } as { evidence: unknown[] });
    }
    last = key;
    if (quote !== null) nodes.at(-1)?.evidence.push({ quote, document: { id: document, title } });
  }
  return nodes;
}
