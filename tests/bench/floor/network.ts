import { dayNumber, type FloorQuery } from "./answer.ts";
import { directions } from "./build.ts";

interface Node {
  readonly key: number;
  readonly id: string;
  readonly label: string;
  readonly statements: number;
}

const top = 200;
const sides = `${directions.indexOf("OPPOSES")}, ${directions.indexOf("SUPPORTS")}`;

/** The actors with the most stances that take a side, up to a day, by id. */
const nodesSql = `
  select a.key, a.id, a.name as label, n.statements
  from (
    select holder, count(*) as statements from stance indexed by stance_sides
    where direction in (${sides}) and day <= :day
    group by holder
    order by statements desc, (select id from actor where key = holder)
    limit ${top}
  ) n cross join actor a on a.key = n.holder`;

/** How often each of them took each side on each issue. */
const countsSql = `
  select w.place, s.issue, s.direction, count(*) as stances
  from who w cross join stance s indexed by stance_sides on s.holder = w.key
  where s.direction in (${sides}) and s.day <= :day
  group by w.place, s.direction, s.issue`;

/** The network all in SQL. */
export const network: FloorQuery = (db) => {
  const nodes = db.prepare(`${nodesSql} order by a.id`);
  const edges = db.prepare(`
    with who as materialized (
        select key, id, statements, row_number() over (order by id) as place from (${nodesSql})
      ),
      told as materialized (${countsSql})
    select w.id as source, v.id as target, sum(x.stances * y.stances) / ((w.statements + v.statements) / 2.0) as weight
    from told x cross join told y on y.issue = x.issue and y.direction = x.direction and y.place > x.place
    join who w on w.place = x.place
    join who v on v.place = y.place
    group by x.place, y.place
    order by x.place, y.place
  `);
  return ({ day }: { readonly day: string }) => {
    const asked = { day: dayNumber(day) };
    const found = nodes.all(asked) as Node[];
    return {
      network: {
        nodes: found.map(({ id, label, statements }) => ({ id, label, statements })),
        edges: edges.all(asked),
      },
    };
  };
};

interface Count {
  readonly place: number;
  readonly issue: number;
  readonly direction: number;
  readonly stances: number;
}

/** The same with the counts from SQL, and the products of each two actors in arrays. */
export const networkInArrays: FloorQuery = (db) => {
  const nodes = db.prepare(`${nodesSql} order by a.id`);
  const counts = db.prepare(`
    with who as materialized (select value ->> 0 as key, value ->> 1 as place from json_each(:who))
    ${countsSql}
    order by s.issue, s.direction
  `);
  return ({ day }: { readonly day: string }) => {
    const asked = { day: dayNumber(day) };
    const found = nodes.all(asked) as Node[];
    const who = JSON.stringify(found.map(({ key }, place) => [key, place]));
    const sums = sumsOf(counts.all({ ...asked, who }) as Count[]);
    const edges: { source: string; target: string; weight: number }[] = [];
    for (const [i, source] of found.entries()) {
      for (let j = i + 1; j < found.length; j += 1) {
        const [sum, target] = [sums[i * top + j] as number, found[j] as Node];
        const weight = sum / ((source.statements + target.statements) / 2);
        if (sum > 0) edges.push({ source: source.id, target: target.id, weight });
      }
    }
    return {
      network: { nodes: found.map(({ id, label, statements }) => ({ id, label, statements })), edges },
    };
  };
};

/** The product of each two actors' counts, summed over what both said; of rows that lie together by what was said. */
function sumsOf(rows: readonly Count[]): Float64Array {
  const sums = new Float64Array(top * top);
  for (let start = 0, end = 0; start < rows.length; start = end) {
    const { issue, direction } = rows[start] as Count;
    while (rows[end]?.issue === issue && rows[end]?.direction === direction) end += 1;
    for (let x = start; x < end; x += 1) {
      const { place, stances } = rows[x] as Count;
      for (let y = start; y < end; y += 1) {
        const at = place * top + (rows[y] as Count).place;
        sums[at] = (sums[at] as number) + stances * (rows[y] as Count).stances;
      }
    }
  }
  return sums;
}
