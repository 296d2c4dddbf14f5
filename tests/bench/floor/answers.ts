import Database from "better-sqlite3";
import { agreements } from "./agreements.ts";
import type { FloorAnswer, FloorQuery } from "./answer.ts";
import { agreementsInArrays } from "./closest.ts";
import { dossier } from "./dossier.ts";
import { matrix } from "./matrix.ts";
import { network, networkInArrays } from "./network.ts";
import { page } from "./page.ts";
import { positions } from "./positions.ts";
import { search, searchInOrder } from "./search.ts";

const queries: Readonly<Record<string, FloorQuery>> = {
  q1: positions,
  q2: dossier,
  q3: matrix,
  q4: search,
  q4trick: searchInOrder,
  q5: agreements,
  q5arrays: agreementsInArrays,
  q6: network,
  q6arrays: networkInArrays,
  q9: page,
};

/** The floor's answers to each query by its path, from a database that stays open until it is closed. */
export function floorAnswers(file: string): FloorAnswers {
  const db = new Database(file, { readonly: true });
  db.pragma("cache_size = -65536");
  db.pragma("mmap_size = 268435456");
  const answers = new Map(
    Object.entries(queries).map(([name, query]) => {
      const answer: FloorAnswer = query(db);
      return [name, answer as (params: unknown) => unknown];
    }),
  );
  return { get: (path) => answers.get(path), close: () => db.close() };
}

export interface FloorAnswers {
  readonly get: (path: string) => ((params: unknown) => unknown) | undefined;
  readonly close: () => void;
}
