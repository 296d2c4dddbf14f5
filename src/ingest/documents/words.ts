import { detect } from "tinyld/light";
import { StanceGraphError } from "../../domain/error.ts";

/** A text of bytes in UTF-8; other bytes are refused, for what they mean cannot be known. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new StanceGraphError("invalid", "It is not UTF-8; save it so, or give another file.");
  }
}

/** The first line that says something, as far as a title goes; the file's name where there is none. */
export function titleIn(text: string, file: string): string {
  const line = text.split("\n").find((each) => /[\p{L}\p{N}]/u.test(each));
  return shortened(line?.replace(/^#+\s*/, "") ?? "") || nameOf(file);
}

/** A file's name without its folder and ending. */
function nameOf(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  return name.replace(/(?<=.)\.[^.]*$/, "");
}

export function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

/** A day as programs write it, of an instant in any usual form; undefined where it is none. */
export function dayOf(text: string | null | undefined): string | undefined {
  const written = /^\s*(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:$|[T\s])/.exec(text ?? "")?.[1];
  if (written !== undefined) return written;
  const time = text ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}

/** A day in a file's name, and that it was found there. */
export function dateInName(file: string) {
  const day = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/.exec(nameOf(file))?.[1];
  const isDay = day !== undefined && !Number.isNaN(Date.parse(day));
  return isDay ? { publishedOn: day, dateNote: "from the file's name" } : {};
}

/** The language of a text, where enough of it is there to tell. */
export function languageOf(text: string): string | undefined {
  const some = text.slice(0, 5_000);
  return some.length < 40 ? undefined : detect(some) || undefined;
}

/** A web address as such; undefined for anything else. */
export function addressIn(text: string | null | undefined): string | undefined {
  const url = text ? URL.parse(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
