import { basename } from "node:path";
import { StanceGraphError } from "../../domain/error.ts";
import type { Place } from "../alignment/place.ts";
import { type AnnotatedText, type Link, type Span, unitsIn, withLinks } from "../annotated/annotated.ts";
import { filesIn, textIn } from "../annotated/archive.ts";
import { type Annotations, annotationFormat } from "../annotated/entries.ts";
import { valuesInNote } from "../annotated/values.ts";
import type { Source } from "../source.ts";
import type { ImportFormat, Reject } from "./format.ts";

/** Standoff files: https://brat.nlplab.org/standoff.html. Their offsets are in code points. */
export const brat: ImportFormat = annotationFormat({
  name: "brat",
  summary:
    "Standoff of brat (.ann beside .txt, or a .zip of such): text-bound marks, attributes, relations, events and notes.",
  extensions: [".ann", ".ann.zip"],
  isOfFiles: true,
  parse: (source) =>
    /\.zip$/i.test(source.name)
      ? archived(source)
      : parsed(namesOf(source), source.text(), textBeside(source)),
});

/** Each .ann of an archive, with its .txt. */
function archived(source: Source): Annotations {
  const files = filesIn(source);
  const found = [...files].flatMap(([path, bytes]) => {
    if (!/\.ann$/i.test(path) || /(^|\/)(\.|__MACOSX)/.test(path)) return [];
    const text = files.get(path.replace(/\.ann$/i, ".txt"));
    if (text === undefined)
      throw new StanceGraphError(
        "invalid",
        `${source.name} has ${path} without its text; add ${path.replace(/\.ann$/i, ".txt")}.`,
      );
    return [parsed(path.replace(/\.ann$/i, ""), textIn(bytes), textIn(text))];
  });
  if (found.length === 0) throw new StanceGraphError("invalid", `${source.name} holds no .ann file.`);
  return { texts: found.flatMap(({ texts }) => texts), lost: found.flatMap(({ lost }) => lost) };
}

function namesOf({ name }: Source): string {
  return basename(name).replace(/\.ann$/i, "");
}

function textBeside(source: Source): string {
  return source.readText(basename(source.name).replace(/\.ann$/i, ".txt"));
}

interface Found {
  readonly spans: Map<string, { span: Span; values: Record<string, string> }>;
  readonly links: Link[];
  /** Events by their id: what triggers them, so that what is told of an event is told of its trigger. */
  readonly triggers: Map<string, string>;
  readonly about: Record<string, string>;
  readonly lost: Reject[];
}

function parsed(name: string, ann: string, text: string): Annotations {
  const lines = ann.split(/\r?\n/).filter((line) => line.trim() !== "");
  const units = unitsIn(text);
  const found: Found = { spans: new Map(), links: [], triggers: new Map(), about: {}, lost: [] };
  const say = (line: string, message: string) =>
    found.lost.push({ field: `${name} ${line.split("\t")[0]}`, message, value: line });
  for (const line of lines.filter((each) => each.startsWith("T"))) {
    const [, id = "", label = "", places = ""] = /^(T\S+)\t(\S+) ([\d; ]+)/.exec(line) ?? [];
    const fragments = places.split(";").map((each): Place => {
      const [start = Number.NaN, end = Number.NaN] = each.trim().split(" ").map(Number);
      return { start: units(start), end: units(end) };
    });
    if (id === "" || fragments.some(({ start, end }) => !(start < end && end <= text.length)))
      say(line, "A mark that has no place in the text.");
    else {
      const values: Record<string, string> = {};
      found.spans.set(id, { span: { id, label, places: fragments, values, coder: null }, values });
    }
  }
  for (const line of lines.filter((each) => !each.startsWith("T")))
    if (!note(line, found)) say(line, "A line that marks nothing we know.");
  const spans = [...found.spans.values()].map(({ span }) => span);
  const linked = withLinks(text, spans, found.links);
  for (const { label, from, to } of linked.lost)
    say(`${from}\t${label} ${to}`, "A tie to what is not marked.");
  const whole: AnnotatedText = { name, text, about: found.about, spans: linked.spans };
  return { texts: [whole], lost: found.lost };
}

/** Takes what a line says of marks. Whether it could be understood. */
function note(line: string, { spans, links, triggers, about }: Found): boolean {
  const [id = "", words = "", rest = ""] = line.split("\t");
  const [label = "", ...parts] = words.split(" ");
  const target = (each: string) => triggers.get(each) ?? each;
  const arguments_ = () =>
    parts.flatMap((part) => {
      const [role = "", to = ""] = part.split(":");
      return to === "" ? [] : [{ label: role.replace(/\d+$/, ""), to: target(to) }];
    });
  switch (id.charAt(0)) {
    case "A":
    case "M": {
      const values = spans.get(target(parts[0] ?? ""))?.values;
      if (values !== undefined) values[label] = parts.slice(1).join(" ") || "true";
      return values !== undefined;
    }
    case "R": {
      const [from, to] = arguments_();
      if (from === undefined || to === undefined) return false;
      links.push({ label, from: from.to, to: to.to });
      return true;
    }
    case "E": {
      const trigger = label.split(":")[1] ?? "";
      if (!spans.has(trigger)) return false;
      triggers.set(id, trigger);
      links.push(...arguments_().map((each) => ({ ...each, from: trigger })));
      return true;
    }
    case "N": {
      const values = spans.get(target(parts[0] ?? ""))?.values;
      if (values !== undefined)
        values[parts[1]?.split(":")[0] ?? "reference"] = parts[1]?.split(":").slice(1).join(":") ?? "";
      return values !== undefined;
    }
    case "#": {
      const of = parts[0] ?? "";
      const values = of === "" ? about : spans.get(target(of))?.values;
      if (values !== undefined) Object.assign(values, valuesInNote(rest));
      return values !== undefined;
    }
    default:
      return false;
  }
}
