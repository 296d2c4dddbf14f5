import { DOMParser, type Element } from "@xmldom/xmldom";
import { StanceGraphError } from "../../domain/error.ts";

/** The root of an XML file. Document types are refused: what they declare could be of any size once it is written out. */
export function rootOf(xml: string, file: string): Element {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml))
    throw new StanceGraphError(
      "invalid",
      `${file} declares a document type or entities, which this format needs none of; it is not read.`,
    );
  const faults: string[] = [];
  try {
    const { documentElement } = new DOMParser({
      onError: (level, message) => {
        if (level !== "warning") faults.push(message);
      },
    }).parseFromString(xml, "text/xml");
    if (documentElement !== null && faults.length === 0) return documentElement;
  } catch (error) {
    faults.push((error as Error).message);
  }
  const [fault = "it has no root"] = faults;
  throw new StanceGraphError("invalid", `${file} is no XML: ${fault.split("\n")[0]}.`);
}

/** The elements right below one, of a name where it is given. */
export function childrenOf(element: Element, name?: string): readonly Element[] {
  return [...element.childNodes].filter(
    (node): node is Element =>
      node.nodeType === 1 && (name === undefined || (node as Element).localName === name),
  );
}

/** The attributes of an element, by name. */
export function attributesOf(element: Element): Readonly<Record<string, string>> {
  return Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
}
