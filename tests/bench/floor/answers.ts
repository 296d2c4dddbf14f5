import Database from "better-sqlite3";
import type { FloorAnswer, FloorQuery } from "./answer.ts";
import { dossier } from "./dossier.ts";
import { matrix } from "./matrix.ts";
import { page } from "./page.ts";
import { positions } from "./positions.ts";

const queries: Readonly<Record<string, FloorQuery>> = { q1: positions, q2: dossier, q3: matrix, q9: page };

/** The floor's answers to each query by its path, from a database that stays open. */
export function floorAnswers(file: string): ReadonlyMap<string, (params: unknown) => unknown> {
  const db = new Database(file, { readonly: true });
  db.pragma("cache_size = -65536");
  db.pragma("mmap_size = 268435456");
  return new Map(
    Object.entries(queries).map(([name, query]) => {
      const answer: FloorAnswer = query(db);
      return [name, answer as (params: unknown) => unknown];
    }),
  );
}
