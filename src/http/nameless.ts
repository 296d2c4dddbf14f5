import { StanceGraphError } from "../domain/error.ts";

/** A trouble with the store without the path of its file, which is the server's own affair. */
export function nameless(error: StanceGraphError, path: string): StanceGraphError {
  if (error.code !== "unavailable" && error.code !== "corrupt") return error;
  const [before, ...others] = error.message.split(path);
  if (others.length === 0) return error;
  const first = before === "" ? "The database" : "the database";
  return new StanceGraphError(error.code, `${before}${first}${others.join("the database")}`, error.path);
}
