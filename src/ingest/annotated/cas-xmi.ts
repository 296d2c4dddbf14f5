import { StanceGraphError } from "../../domain/error.ts";
import { type Cas, casOf, type Feature } from "./cas.ts";
import { attributesOf, childrenOf, rootOf } from "./xml.ts";

/** XMI, the XML form of UIMA's CAS: https://uima.apache.org/d/uimaj-current/references.html#ugr.ref.xmi */
export function casOfXmi(xml: string, file: string): Cas {
  const elements = childrenOf(rootOf(xml, file)).map((element) => ({
    local: element.localName ?? element.tagName,
    package: packageOf(element.namespaceURI ?? ""),
    attributes: attributesOf(element),
    // Lists of texts are written as elements.
    lists: Map.groupBy(childrenOf(element), ({ localName }) => localName ?? ""),
  }));
  const text = elements.find(
    ({ local, attributes }) => local === "Sofa" && attributes.sofaString !== undefined,
  )?.attributes.sofaString;
  if (text === undefined)
    throw new StanceGraphError(
      "invalid",
      `${file} holds no text (a Sofa with a sofaString); export it as UIMA CAS XMI.`,
    );
  const byId = new Map(elements.map((each) => [each.attributes["xmi:id"], each]));
  const features = elements.flatMap(({ local, package: of, attributes, lists }): readonly Feature[] => {
    const { "xmi:id": id, begin, end, sofa: _, ...others } = attributes;
    if (id === undefined || of === "uima.cas") return [];
    const references: Record<string, readonly string[]> = {};
    const values: Record<string, string> = {};
    for (const [name, value] of Object.entries(others)) {
      const ids = value.split(" ").flatMap((each) => {
        const named = byId.get(each);
        return named?.local === "FSArray" ? (named.attributes.elements ?? "").split(" ") : [each];
      });
      const isReference =
        ["Governor", "Dependent", "target"].includes(name) ||
        ids.every((each) => byId.get(each)?.local.toLowerCase() === `${local}${name}link`.toLowerCase());
      if (isReference) references[name] = ids;
      else values[name] = value;
    }
    for (const [name, list] of lists) values[name] = list.map((each) => each.textContent ?? "").join("; ");
    return [
      {
        id,
        type: of === "" ? local : `${of}.${local}`,
        begin: begin === undefined ? null : Number(begin),
        end: end === undefined ? null : Number(end),
        features: values,
        references,
      },
    ];
  });
  return casOf(text, features);
}

/** `http:///webanno/custom.ecore` is the package webanno.custom. */
function packageOf(namespace: string): string {
  return namespace
    .replace(/^http:\/\/\//, "")
    .replace(/\.ecore$/, "")
    .replaceAll("/", ".");
}
