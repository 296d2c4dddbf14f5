import { createHash } from "node:crypto";
import { annotatedDocuments } from "./annotated.ts";
import { pointsIn } from "./code-points.ts";
import type { ArchiveFormat } from "./format.ts";
import { inXml } from "./networks/xml.ts";

/** REFI-QDA 1.0 (https://www.qdasoftware.org): codes for sides, issues and holders; what they cannot say stands in descriptions. */
export const refiQda: ArchiveFormat = {
  name: "refi-qda",
  summary:
    "Stances as coded passages, for ATLAS.ti, MAXQDA, NVivo and others (REFI-QDA .qdpx); offsets in code points.",
  mediaType: "application/zip",
  extension: "qdpx",
  writes: ["stances"],
  files(source) {
    const documents = annotatedDocuments(source);
    const codes = new Map<string, Map<string, string>>(
      ["Direction", "Issue", "Holder"].map((group) => [group, new Map()]),
    );
    const codesOf = (values: Readonly<Record<string, string>>) =>
      [
        ["Direction", values.direction],
        ["Issue", values.issueLabel],
        ["Holder", values.holderName],
      ].map(([group = "", name = ""]) => {
        const guid = guidOf(`${group} ${name}`);
        codes.get(group)?.set(name, guid);
        return guid;
      });
    const files: Record<string, string> = {};
    const names = [...new Set(documents.flatMap(({ about }) => Object.keys(about)))];
    const coders = new Map(
      documents.flatMap(({ stances }) =>
        stances.map(({ values }) => [values.coder ?? "", values.coderName ?? ""] as const),
      ),
    );
    const sources = documents.map(({ document, text, about, stances }) => {
      const guid = guidOf(document.id);
      const points = pointsIn(text);
      files[`sources/${guid}.txt`] = text;
      const selections = stances.flatMap(({ evidence, values }) =>
        evidence.map(({ id, start, end }) =>
          [
            `      <PlainTextSelection guid="${guidOf(`${values.stance} ${id}`)}" startPosition="${points(start)}" endPosition="${points(end)}" creatingUser="${guidOf(values.coder ?? "")}">`,
            `        <Description>${inXml(JSON.stringify(values))}</Description>`,
            ...codesOf(values).map(
              (code) =>
                `        <Coding guid="${guidOf(`${values.stance} ${id} ${code}`)}" creatingUser="${guidOf(values.coder ?? "")}"><CodeRef targetGUID="${code}"/></Coding>`,
            ),
            "      </PlainTextSelection>",
          ].join("\n"),
        ),
      );
      const variables = Object.entries(about).map(
        ([name, value]) =>
          `      <VariableValue><VariableRef targetGUID="${guidOf(`variable ${name}`)}"/><TextValue>${inXml(value)}</TextValue></VariableValue>`,
      );
      return [
        `    <TextSource guid="${guid}" name="${inXml(document.id)}" plainTextPath="internal://${guid}.txt">`,
        ...selections,
        ...variables,
        "    </TextSource>",
      ].join("\n");
    });
    files["project.qde"] = [
      '<?xml version="1.0" encoding="utf-8"?>',
      `<Project name="${inXml(source.dataset.title)}" origin="stancegraph" xmlns="urn:QDA-XML:project:1.0">`,
      ...section(
        "Users",
        [...coders].map(([id, name]) => `    <User guid="${guidOf(id)}" name="${inXml(name)}"/>`),
      ),
      "  <CodeBook>\n    <Codes>",
      ...[...codes].map(
        ([group, own]) =>
          `      <Code guid="${guidOf(`group ${group}`)}" name="${group}" isCodable="false">${[...own].map(([name, guid]) => `<Code guid="${guid}" name="${inXml(name)}" isCodable="true"/>`).join("")}</Code>`,
      ),
      "    </Codes>\n  </CodeBook>",
      ...section(
        "Variables",
        names.map(
          (name) =>
            `    <Variable guid="${guidOf(`variable ${name}`)}" name="${name}" typeOfVariable="Text"/>`,
        ),
      ),
      ...section("Sources", sources),
      "</Project>\n",
    ].join("\n");
    return files;
  },
};

/** What the schema wants left out where there is nothing in it. */
function section(name: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`  <${name}>`, ...lines, `  </${name}>`];
}

/** The same for the same thing, so that an export made again is the same. */
function guidOf(what: string): string {
  const hex = createHash("sha256").update(what).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
