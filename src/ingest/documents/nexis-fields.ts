import { dayLine, type Line, languageNamed } from "./press.ts";

const fields = {
  headline: ["HEADLINE"],
  byline: ["BYLINE", "AUTOR", "AUTEUR"],
  section: ["SECTION", "RUBRIK", "RUBRIQUE"],
  length: ["LENGTH", "LÄNGE", "LONGUEUR", "LENGTE"],
  dateline: ["DATELINE"],
  highlight: ["HIGHLIGHT"],
  language: ["LANGUAGE", "SPRACHE", "LANGUE"],
  loaded: ["LOAD-DATE", "UPDATE", "DATE-CHARGEMENT"],
  kind: ["PUBLICATION-TYPE", "TYPE-PUBLICATION"],
} as const;

/** A field of an article of Nexis, whose name is told in the language of its page. */
export type Field = keyof typeof fields;

const fieldsByName = new Map(
  (Object.keys(fields) as Field[]).flatMap((field) => fields[field].map((name) => [name as string, field])),
);

/** A field that stands above the text, or below. */
export function isAbove(field: Field | undefined): boolean {
  return field !== undefined && !isBelow(field);
}

function isBelow(field: Field | undefined): boolean {
  return field === "language" || field === "loaded" || field === "kind";
}

/** The field that a line begins. Capitals are sure; in small letters a language and a day must be ones. */
export function fieldIn({ said }: Line): { readonly field: Field; readonly value: string } | undefined {
  const [, name = "", value = ""] = /^(\p{Lu}[\p{L}-]+): ?(.*)$/u.exec(said) ?? [];
  const field = fieldsByName.get(name.toUpperCase());
  if (field === undefined) return undefined;
  if (field === "length" && !/^[\d.,]+ \p{L}+/u.test(value)) return undefined;
  if (field === "loaded" && dayLine(value)?.isAlone !== true) return undefined;
  const isSure = field !== "language" || name === name.toUpperCase() || languageNamed(value) !== undefined;
  return isSure ? { field, value } : undefined;
}

/** Fields below the text beside those that are read. In capitals only: a text may have lines like them. */
const indexTerms =
  /^(?:JOURNAL-CODE|SUBJECT|SUJET|COMPANY|ORGANIZATION|PERSON|TICKER|INDUSTRY|GEOGRAPHIC|CITY|STATE|COUNTRY|GRAPHIC|GRAFIK|DOCUMENT-TYPE|CORRECTION-DATE|DISTRIBUTION|URL|ACC-NO): /;

/** A line that is of no text where it stands below one. */
export function isTail(line: Line): boolean {
  if (isBelow(fieldIn(line)?.field) || indexTerms.test(line.said) || isNotice(line.said)) return true;
  return /^(?:End of Document|Classification|Page \d+ of \d+)$/.test(line.said);
}

const rightsReserved = "(?:all rights reserved|alle rechte vorbehalten|tous droits réservés)\\.?$";
const noticeBegins = new RegExp(
  `^copyright\\P{L}*\\d{4}|^(?:©|\\(c\\))[^\\p{L}]*(?:copyright )?\\d{4}|^${rightsReserved}`,
  "iu",
);
const noticeEnds = new RegExp(rightsReserved, "iu");

/** A line that begins a notice of rights, or is its end. */
export function isNotice(said: string): boolean {
  return noticeBegins.test(said);
}

export function endsNotice(said: string): boolean {
  return noticeEnds.test(said);
}

/** The values of fields; what follows one until an empty line is of its value, but that of a length is one line. */
export function valuesIn(lines: readonly Line[]): ReadonlyMap<Field, string> {
  const values = new Map<Field, string>();
  let open: Field | undefined;
  for (const line of lines) {
    const found = fieldIn(line);
    if (found !== undefined) values.set(found.field, found.value);
    else if (line.said === "" || isTail(line) || /^\p{Lu}[\p{L}-]+: /u.test(line.said)) open = undefined;
    else if (open !== undefined) values.set(open, `${values.get(open)} ${line.said}`);
    if (found !== undefined) open = found.field === "length" ? undefined : found.field;
  }
  return values;
}
