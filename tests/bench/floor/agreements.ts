import { dayNumber, type FloorQuery, lastPreference } from "./answer.ts";
import { directions } from "./build.ts";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly agreement: number;
  readonly sharedIssues: number;
}

const declined = directions.indexOf("DECLINED_TO_COMMENT");

/** Who agrees most with an actor over at least three issues on which both have a position on a day. */
export const agreements: FloorQuery = (db) => {
  const closest = db.prepare(`
    with until as materialized (select ${lastPreference} as preference),
      mine as materialized (
        select issue, intensity, direction, max(preference)
        from stance indexed by stance_of_holder_on_issue
        where holder = (select key from actor where id = :id) and preference <= (select preference from until)
        group by issue
      ),
      theirs as materialized (
        select p.holder, m.intensity, (
          select t.intensity * 8 + t.direction + 16 from stance t indexed by stance_latest
          where t.issue = p.issue and t.holder = p.holder and t.preference <= (select preference from until)
          order by t.preference desc limit 1
        ) as position
        from mine m cross join pair p on p.issue = m.issue
        where m.direction <> ${declined}
      )
    select a.id, a.name, c.agreement, c.sharedIssues
    from (
      select holder, count(*) as sharedIssues,
        (count(*) * 4 - sum(abs(intensity - (position / 8 - 2)) * 2)) / 4.0 / count(*) as agreement
      from theirs
      where position is not null and position % 8 <> ${declined}
        and holder <> (select key from actor where id = :id)
      group by holder
      having count(*) >= 3
      order by agreement desc, sharedIssues desc, holder
      limit 10
    ) c cross join actor a on a.key = c.holder
    order by c.agreement desc, c.sharedIssues desc, c.holder
  `);
  return ({ id, day }: { readonly id: string; readonly day: string }) => ({
    agreements: {
      nodes: (closest.all({ id, day: dayNumber(day) }) as Row[]).map(
        ({ id: actor, name, agreement, sharedIssues }) => ({
          actor: { id: actor, name },
          agreement,
          sharedIssues,
        }),
      ),
    },
  });
};
