/** Where a reader is: the state of a page, all of it in its URL, so that one URL is one state. */
export interface Place {
  readonly path: string;
  /** The parts of the path that name something, as `id` in `/issues/:id`. */
  readonly params: Readonly<Record<string, string>>;
  readonly search: Readonly<Record<string, string>>;
  /** The day asked about; null for all that is known. */
  readonly at: string | null;
  /** The instant of knowledge asked for; null for now. */
  readonly known: string | null;
  /** What is wrong with the URL, in a sentence; null when nothing is. */
  readonly problem: string | null;
}

/** The place that a URL leads to. Only the first of several values of a name counts. */
export function placeOf(url: URL, params: Readonly<Record<string, string>> = {}): Place {
  const search: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    const text = value.trim();
    if (text !== "" && !Object.hasOwn(search, name)) search[name] = text;
  }
  const { at, known } = search;
  const problem = [
    at !== undefined && !isDay(at) && `“${at}” is no day; write one like 2024-09-27.`,
    known !== undefined &&
      !isInstant(known) &&
      `“${known}” is no day or instant; write 2024-09-27 or 2024-09-27T12:00:00Z.`,
  ].find((each) => each !== false);
  return {
    path: url.pathname,
    params,
    search,
    at: at !== undefined && isDay(at) ? at : null,
    known: known !== undefined && isInstant(known) ? instantOf(known) : null,
    problem: problem === undefined ? null : (problem as string),
  };
}

type Changes = Readonly<Record<string, string | null | undefined>>;

/** The URL of this place with some of its search changed; null takes a name out. */
export function hrefWith({ path, search }: Place, changes: Changes): string {
  return hrefOf(path, { ...search, ...changes });
}

/** The URL of another page as of the same time. */
export function hrefTo({ search }: Place, path: string, changes: Changes = {}): string {
  return hrefOf(path, { at: search.at, known: search.known, ...changes });
}

/** A URL with what is given of its search. */
export function hrefOf(path: string, search: Changes): string {
  const pairs = Object.entries(search).filter(
    (pair): pair is [string, string] => pair[1] != null && pair[1] !== "",
  );
  if (pairs.length === 0) return path;
  const texts = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return `${path}?${texts.join("&").replaceAll("%3A", ":").replaceAll("%2C", ",")}`;
}

/** The path of the page about a thing: `/issues/us-withdrawal`, for `issue:us-withdrawal`. */
export function pathOf(id: string): string {
  const [kind = "", name = ""] = id.split(/:(.*)/s);
  return `/${kind}s/${encodeURIComponent(name)}`;
}

/** The `asOf` argument of a query, for this place. */
export function asOfAt({ at, known }: Place): {
  readonly validAt: string | null;
  readonly knownAt: string | null;
} {
  return { validAt: at, knownAt: known };
}

/** A day that a part of the URL names; null where it names none. */
export function dayIn({ search }: Place, name: string): string | null {
  const text = search[name];
  return text !== undefined && isDay(text) ? text : null;
}

/** The values of a comma-separated part of the URL. */
export function listIn({ search }: Place, name: string): readonly string[] {
  return (search[name] ?? "").split(",").filter((value) => value !== "");
}

/** A list with a value put in, or taken out where it is in. */
export function toggled(list: readonly string[], value: string): string | null {
  const others = list.filter((each) => each !== value);
  return (others.length === list.length ? [...list, value] : others).join(",") || null;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isDate(`${text}T00:00:00Z`, text);
}

function isInstant(text: string): boolean {
  return isDay(text) || (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text)));
}

/** A day alone means its end: what was known by then. */
function instantOf(text: string): string {
  return text.length === 10 ? `${text}T23:59:59.999Z` : text;
}

function isDate(text: string, day: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
