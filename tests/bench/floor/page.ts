import type { FloorQuery } from "./answer.ts";
import { directions } from "./build.ts";

interface Row {
  readonly id: string;
  readonly holder: string;
  readonly name: string;
  readonly direction: number;
  readonly intensity: number;
  readonly day: number;
  readonly edtf: string;
  readonly document: string;
  readonly title: string;
}

interface Asked {
  readonly issue: string;
  readonly direction: string;
  readonly cursor: string;
}

const size = 50;

/** A page deep inside the stances on an issue in one direction, and how many there are. */
export const page: FloorQuery = (db) => {
  const issueKey = db.prepare("select key from issue where id = ?").pluck();
  const stanceKey = db.prepare("select key from stance where id = ?").pluck();
  const count = db.prepare("select count(*) from stance where issue = ? and direction = ?").pluck();
  const rows = db.prepare(`
    select s.id, a.id as holder, a.name, s.direction, s.intensity, s.day, s.edtf, d.id as document, d.title
    from (
      select key from stance where issue = ? and direction = ? and key < ? order by key desc limit ${size + 1}
    ) p
    cross join stance s on s.key = p.key
    cross join actor a on a.key = s.holder
    cross join document d on d.key = s.document
    order by p.key desc
  `);
  return ({ issue, direction, cursor }: Asked) => {
    const [, id] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as readonly [string, string];
    const where = [issueKey.get(issue), directions.indexOf(direction as "SUPPORTS")];
    const found = rows.all(...where, stanceKey.get(id)) as Row[];
    const kept = found.slice(0, size);
    const last = kept.at(-1);
    return {
      stances: {
        totalCount: count.get(...where),
        pageInfo: {
          endCursor: last === undefined ? null : cursorOf(last),
          hasNextPage: found.length > size,
        },
        nodes: kept.map(nodeOf),
      },
    };
  };
};

function nodeOf({ id, holder, name, direction, intensity, edtf, document, title }: Row) {
  return {
    id,
    holder: { id: holder, name },
    direction: directions[direction],
    intensity,
    effectiveOn: { edtf },
    document: { id: document, title },
  };
}

function cursorOf({ day, id }: Row): string {
  const values = [new Date(day * 86_400_000).toISOString().slice(0, 10), id];
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}
