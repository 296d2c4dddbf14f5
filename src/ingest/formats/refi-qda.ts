import type { Element } from "@xmldom/xmldom";
import { StanceGraphError } from "../../domain/error.ts";
import { type AnnotatedText, type Span, unitsIn, type Values } from "../annotated/annotated.ts";
import { filesIn, textIn } from "../annotated/archive.ts";
import { annotationFormat } from "../annotated/entries.ts";
import { valuesInNote } from "../annotated/values.ts";
import { childrenOf, rootOf } from "../annotated/xml.ts";
import type { ImportFormat, Reject } from "./format.ts";

/** REFI-QDA projects 1.0 (https://www.qdasoftware.org), as ATLAS.ti, MAXQDA, NVivo and others write them. Offsets are in code points. */
export const refiQda: ImportFormat = annotationFormat({
  name: "refi-qda",
  summary:
    "REFI-QDA projects (.qdpx) of ATLAS.ti, MAXQDA, NVivo, QDA Miner and others: coded passages of text sources.",
  extensions: [".qdpx"],
  isOfFiles: true,
  parse(source) {
    const files = filesIn(source);
    const qde = [...files].find(([path]) => /\.qde$/i.test(path))?.[1];
    if (qde === undefined)
      throw new StanceGraphError(
        "invalid",
        `${source.name} is no REFI-QDA project: it holds no project.qde.`,
      );
    const project = rootOf(textIn(qde), source.name);
    const codes = codesIn(project);
    const users = new Map(
      all(project, "Users", "User").map((user) => [user.getAttribute("guid"), user.getAttribute("name")]),
    );
    const lost: Reject[] = [];
    const texts = childrenOf(childrenOf(project, "Sources")[0] ?? project).flatMap(
      (each): readonly AnnotatedText[] => {
        const name = each.getAttribute("name") ?? each.getAttribute("guid") ?? "";
        if (each.localName !== "TextSource") {
          if (each.localName?.endsWith("Source"))
            lost.push({
              field: name,
              message: `A ${each.localName}; only text sources are read.`,
              value: name,
            });
          return [];
        }
        const text = textOf(each, files);
        if (text === null) {
          lost.push({ field: name, message: "A text source whose text is not in the project.", value: name });
          return [];
        }
        return [
          {
            name,
            text,
            about: variablesOf(each, project),
            spans: spansOf(each, { name, text, codes, users, lost }),
          },
        ];
      },
    );
    return { texts, lost };
  },
});

/** A code with the codes that it lies under, outermost first. */
interface Code {
  readonly name: string;
  readonly under: readonly string[];
}

function codesIn(project: Element): ReadonlyMap<string, Code> {
  const codes = new Map<string, Code>();
  const walk = (element: Element, under: readonly string[]): void => {
    for (const code of childrenOf(element, "Code")) {
      const name = code.getAttribute("name") ?? "";
      codes.set(code.getAttribute("guid") ?? "", { name, under });
      walk(code, [...under, name]);
    }
  };
  for (const list of all(project, "CodeBook", "Codes")) walk(list, []);
  return codes;
}

function all(element: Element, outer: string, inner: string): readonly Element[] {
  return childrenOf(element, outer).flatMap((each) => childrenOf(each, inner));
}

/** The text stands in the project's file, or in a file of its own. */
function textOf(source: Element, files: ReadonlyMap<string, Uint8Array>): string | null {
  const [content] = childrenOf(source, "PlainTextContent");
  if (content !== undefined) return content.textContent ?? "";
  const path = source.getAttribute("plainTextPath")?.replace(/^internal:\/\//, "");
  if (path === undefined) return null;
  const file = [...files].find(
    ([name]) =>
      name.toLowerCase() === `sources/${path}`.toLowerCase() || name.toLowerCase() === path.toLowerCase(),
  );
  return file === undefined ? null : textIn(file[1]);
}

function variablesOf(source: Element, project: Element): Values {
  const names = new Map(
    all(project, "Variables", "Variable").map((each) => [
      each.getAttribute("guid"),
      each.getAttribute("name"),
    ]),
  );
  return Object.fromEntries(
    childrenOf(source, "VariableValue").flatMap((each) => {
      const name = names.get(childrenOf(each, "VariableRef")[0]?.getAttribute("targetGUID") ?? null);
      const value = childrenOf(each).find(({ localName }) => localName?.endsWith("Value"))?.textContent;
      return name && value ? [[name, value]] : [];
    }),
  );
}

interface Around {
  readonly name: string;
  readonly text: string;
  readonly codes: ReadonlyMap<string, Code>;
  readonly users: ReadonlyMap<string | null, string | null>;
  readonly lost: Reject[];
}

/** Each coding of a selection is a span; the other codes of the same words are its values, by the code they lie under. */
function spansOf(source: Element, { name, text, codes, users, lost }: Around): readonly Span[] {
  const units = unitsIn(text);
  return childrenOf(source, "PlainTextSelection").flatMap((selection): readonly Span[] => {
    const guid = selection.getAttribute("guid") ?? "";
    const [start, end] = [
      units(Number(selection.getAttribute("startPosition"))),
      units(Number(selection.getAttribute("endPosition"))),
    ];
    const codings = childrenOf(selection, "Coding").flatMap((coding) => {
      const code = codes.get(childrenOf(coding, "CodeRef")[0]?.getAttribute("targetGUID") ?? "");
      return code === undefined
        ? []
        : [{ code, user: coding.getAttribute("creatingUser") ?? selection.getAttribute("creatingUser") }];
    });
    if (!(start < end && end <= text.length) || codings.length === 0) {
      const message =
        codings.length === 0 ? "A selection without a code." : "A selection that has no place in the text.";
      lost.push({ field: `${name} ${guid}`, message, value: text.slice(start, end) });
      return [];
    }
    const description = childrenOf(selection, "Description")[0]?.textContent ?? "";
    const told: Values = description.trim() === "" ? {} : valuesInNote(description);
    const places = [{ start, end }];
    const coderOf = (user: string | null) => users.get(user) ?? null;
    if (told.direction !== undefined)
      return [{ id: guid, label: "Stance", places, values: told, coder: coderOf(codings[0]?.user ?? null) }];
    const values: Record<string, string> = { ...told };
    for (const { code } of codings) {
      const above = code.under.at(-1) ?? code.name;
      const value = code.under.length === 0 ? "true" : code.name;
      values[above] = values[above] === undefined ? value : `${values[above]}; ${value}`;
    }
    return codings.map(({ code, user }) => ({
      id: guid,
      label: code.name,
      places,
      values,
      coder: coderOf(user),
    }));
  });
}
