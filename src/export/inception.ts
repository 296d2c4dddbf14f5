import { annotatedDocuments } from "./annotated.ts";
import type { ArchiveFormat } from "./format.ts";
import { inXml } from "./networks/xml.ts";

/** UIMA CAS XMI with its type system, as INCEpTION and WebAnno import them; offsets in UTF-16 units. */
export const inception: ArchiveFormat = {
  name: "inception",
  summary:
    "Stances as spans of a layer on their documents, for INCEpTION and WebAnno (a .zip of UIMA CAS XMI).",
  mediaType: "application/zip",
  extension: "xmi.zip",
  writes: ["stances"],
  files(source) {
    const files: Record<string, string> = {};
    const named = new Set<string>();
    for (const { document, text, about, stances } of annotatedDocuments(source)) {
      let id = 1;
      const spans = stances.flatMap(({ evidence, values }) =>
        evidence.map(({ start, end }) => {
          for (const name of Object.keys(values)) named.add(name);
          id += 1;
          return `  <stancegraph:Stance xmi:id="${id}" sofa="1" begin="${start}" end="${end}"${attributes(values)}/>`;
        }),
      );
      const ids = spans.map((_, index) => index + 2).join(" ");
      const metadata = {
        documentTitle: document.id,
        documentId: document.id,
        language: about.language ?? "x-unspecified",
      };
      files[`${document.id.replace(":", "-")}.xmi`] = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:stancegraph="http:///stancegraph.ecore" xmlns:core="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore" xmi:version="2.0">',
        '  <cas:NULL xmi:id="0"/>',
        ...spans,
        `  <core:DocumentMetaData xmi:id="${id + 1}" sofa="1" begin="0" end="${text.length}"${attributes(metadata)}/>`,
        `  <stancegraph:About xmi:id="${id + 2}" sofa="1"${attributes(about)}/>`,
        `  <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text"${attributes({ sofaString: text })}/>`,
        `  <cas:View sofa="1" members="${ids} ${id + 1}"/>`,
        "</xmi:XMI>\n",
      ].join("\n");
    }
    files["TypeSystem.xml"] = typeSystem([...named]);
    return files;
  },
};

/** Attribute values keep their lines and tabs only as character references. */
function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(
      ([name, value]) =>
        ` ${name}="${inXml(value).replaceAll(/[\n\r\t]/g, (each) => `&#${each.charCodeAt(0)};`)}"`,
    )
    .join("");
}

function typeSystem(features: readonly string[]): string {
  const described = features.map(
    (name) =>
      `        <featureDescription><name>${name}</name><description/><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
    "  <types>",
    "    <typeDescription>",
    "      <name>stancegraph.Stance</name><description/><supertypeName>uima.tcas.Annotation</supertypeName>",
    "      <features>",
    ...described,
    "      </features>",
    "    </typeDescription>",
    "  </types>",
    "</typeSystemDescription>\n",
  ].join("\n");
}
