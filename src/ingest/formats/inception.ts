import { basename } from "node:path";
import { StanceGraphError } from "../../domain/error.ts";
import { type AnnotatedText, type Link, lostLinks, type Span, withLinks } from "../annotated/annotated.ts";
import { filesIn, textIn } from "../annotated/archive.ts";
import type { Cas, Feature } from "../annotated/cas.ts";
import { casOfJson } from "../annotated/cas-json.ts";
import { casOfXmi } from "../annotated/cas-xmi.ts";
import { type Annotations, annotationFormat } from "../annotated/entries.ts";
import { valuesIn } from "../annotated/values.ts";
import type { Source } from "../source.ts";
import type { ImportFormat, Reject } from "./format.ts";

/** UIMA CAS as WebAnno and INCEpTION write it: XMI or JSON (0.4), alone or in an archive. Offsets are in UTF-16 units. */
export const inception: ImportFormat = annotationFormat({
  name: "inception",
  summary:
    "UIMA CAS of WebAnno and INCEpTION (.xmi, .json, or a .zip of such): spans with features, links and relations.",
  extensions: [".xmi", ".cas.json", ".xmi.zip"],
  isOfFiles: true,
  parse(source) {
    if (/\.zip$/i.test(source.name)) return archived(source);
    return read(
      { name: basename(source.name).replace(/(\.cas)?\.(xmi|json)$/i, ""), coder: null },
      source.text(),
      source.name,
    );
  },
});

/** Exports of projects lie as `annotation/<document>/<annotator>.xmi`; others as `<document>.xmi`. */
function archived(source: Source): Annotations {
  const files = [...filesIn(source)].filter(
    ([path]) => /\.(xmi|json)$/i.test(path) && !/(^|\/)(typesystem|exportedproject)[^/]*$/i.test(path),
  );
  if (files.length === 0) throw new StanceGraphError("invalid", `${source.name} holds no .xmi and no .json.`);
  const found = files.map(([path, bytes]) => {
    const [file = "", document] = path
      .replace(/\.(xmi|json)$/i, "")
      .split("/")
      .reverse();
    const around =
      document === undefined || document === "annotation"
        ? { name: file, coder: null }
        : { name: document, coder: file };
    return read(around, textIn(bytes), path);
  });
  return { texts: found.flatMap(({ texts }) => texts), lost: found.flatMap(({ lost }) => lost) };
}

interface Around {
  readonly name: string;
  readonly coder: string | null;
}

/** What every text has and nobody marked. */
const structural =
  /(^|\.)(Token|Sentence|Paragraph|Heading|Div|DocumentMetaData|DocumentAnnotation|TagsetDescription|TagDescription|CASMetadata|LayerMetadata|FeatureDefinition|LayerDefinition|FeatureMetadata)$/;

function read({ name, coder }: Around, content: string, file: string): Annotations {
  const cas: Cas = content.trimStart().startsWith("{") ? casOfJson(content, file) : casOfXmi(content, file);
  const { text } = cas;
  const lost: Reject[] = [];
  const links: Link[] = [];
  const spans: Span[] = [];
  for (const { id, type, begin, end, features, references } of cas.features) {
    if (structural.test(type)) continue;
    const label = type.split(".").at(-1) ?? type;
    const [from, to] = [references.Governor?.[0], references.Dependent?.[0]];
    if (from !== undefined && to !== undefined) {
      links.push({ label: features.label ?? features.role ?? label, from, to });
      continue;
    }
    if (begin === null || end === null) continue;
    if (!(begin < end && end <= text.length)) {
      lost.push({
        field: `${name} ${id}`,
        message: "An annotation that has no place in the text.",
        value: { type, begin, end, ...features },
      });
      continue;
    }
    spans.push({ id, label, places: [{ start: begin, end }], values: valuesIn(features), coder });
    links.push(...linksOf(id, references, cas));
  }
  const linked = withLinks(text, spans, links);
  lost.push(...lostLinks(name, linked.lost, "A relation to what is not marked."));
  const whole: AnnotatedText = { name: cas.title ?? name, text, about: cas.about, spans: linked.spans };
  return { texts: [whole], lost };
}

/** What a span's features lead to: other spans, or links to such, each with a role. */
function linksOf(from: string, references: Feature["references"], { byId }: Cas): readonly Link[] {
  return Object.entries(references).flatMap(([label, ids]) =>
    ids.flatMap((id) => {
      const targets = byId.get(id)?.references.target ?? [];
      if (targets.length === 0) return [{ label, from, to: id }];
      return targets.map((to) => ({ label: byId.get(id)?.features.role || label, from, to }));
    }),
  );
}
