import { dayNumber, type FloorQuery, lastPreference } from "./answer.ts";
import { directions } from "./build.ts";

type Latest = readonly [key: number, intensity: number, direction: number];

const declined = directions.indexOf("DECLINED_TO_COMMENT");

/** Who agrees most with an actor, each issue's latest stances from SQL and their sums in arrays. */
export const agreementsInArrays: FloorQuery = (db) => {
  const until = db.prepare(`select ${lastPreference}`).pluck();
  const actorKey = db.prepare("select key from actor where id = ?").pluck();
  const actor = db.prepare("select id, name from actor where key = ?");
  const size = (db.prepare("select max(key) from actor").pluck().get() as number) + 1;
  const mine = latest(db, "holder", "issue", "stance_of_holder_on_issue");
  const theirs = latest(db, "issue", "holder", "stance_latest");
  return ({ id, day }: { readonly id: string; readonly day: string }) => {
    const [self, preference] = [actorKey.get(id) as number, until.get({ day: dayNumber(day) })];
    const [shared, apart] = [new Int32Array(size), new Int32Array(size)];
    for (const [issue, own, side] of mine.all(self, preference) as Latest[]) {
      if (side === declined) continue;
      for (const [holder, intensity, direction] of theirs.all(issue, preference) as Latest[]) {
        if (direction === declined) continue;
        shared[holder] = (shared[holder] as number) + 1;
        apart[holder] = (apart[holder] as number) + Math.abs(own - intensity);
      }
    }
    shared[self] = 0;
    const found = [...shared.keys()].filter((holder) => (shared[holder] as number) >= 3);
    const rows = found.map((holder) => {
      const sharedIssues = shared[holder] as number;
      return {
        holder,
        sharedIssues,
        agreement: (sharedIssues - (apart[holder] as number) / 2) / sharedIssues,
      };
    });
    const closest = rows
      .sort((a, b) => b.agreement - a.agreement || b.sharedIssues - a.sharedIssues || a.holder - b.holder)
      .slice(0, 10);
    return {
      agreements: {
        nodes: closest.map(({ holder, agreement, sharedIssues }) => ({
          actor: actor.get(holder),
          agreement,
          sharedIssues,
        })),
      },
    };
  };
};

function latest(db: Parameters<FloorQuery>[0], of: string, by: string, index: string) {
  return db
    .prepare(
      `select ${by}, intensity, direction, max(preference) from stance indexed by ${index}
       where ${of} = ? and preference <= ? group by ${by}`,
    )
    .raw();
}
