import { dayNumber, type FloorQuery, lastPreference } from "./answer.ts";
import { directions } from "./build.ts";

interface Row {
  readonly actorId: string;
  readonly actorName: string;
  readonly issueId: string;
  readonly issueLabel: string;
  readonly direction: number;
  readonly intensity: number;
}

interface Asked {
  readonly actors: readonly string[];
  readonly issues: readonly string[];
  readonly day: string;
}

/** Actors by issues: the latest stance of each pair, found by one step in the index each. */
export const matrix: FloorQuery = (db) => {
  const cells = db.prepare(`
    with a as materialized (select actor.key, actor.id, name from json_each(:actors) j cross join actor on actor.id = j.value order by 1),
      i as materialized (select issue.key, issue.id, label from json_each(:issues) j cross join issue on issue.id = j.value order by 1),
      until as materialized (select ${lastPreference} as preference)
    select a.id as actorId, a.name as actorName, i.id as issueId, i.label as issueLabel, s.direction, s.intensity
    from a cross join i cross join until cross join stance s on s.key = (
      select key from stance l
      where l.issue = i.key and l.holder = a.key and l.preference <= until.preference
      order by l.preference desc limit 1
    )
    order by a.key, i.key
  `);
  return ({ actors, issues, day }: Asked) => {
    const asked = {
      actors: JSON.stringify(actors),
      issues: JSON.stringify(issues),
      day: dayNumber(day),
    };
    const rows = cells.all(asked) as Row[];
    return {
      positionMatrix: rows.map((row) => ({
        ...row,
        direction: directions[row.direction],
        score: row.intensity / 2,
      })),
    };
  };
};
