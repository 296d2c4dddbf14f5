import { StanceGraphError } from "../../domain/error.ts";
import { type Cas, casOf, type Feature } from "./cas.ts";
import { valuesIn } from "./values.ts";

type Structure = Readonly<Record<string, unknown>>;

/** The JSON form of UIMA's CAS, version 0.4: https://github.com/apache/uima-uimaj-io-jsoncas */
export function casOfJson(json: string, file: string): Cas {
  const structures = structuresIn(json, file);
  const text = structures.find((each) => typeof each.sofaString === "string")?.sofaString as
    | string
    | undefined;
  if (text === undefined)
    throw new StanceGraphError(
      "invalid",
      `${file} holds no text (a uima.cas.Sofa with a sofaString); export it as UIMA CAS JSON 0.4.`,
    );
  const arrays = new Map(
    structures.flatMap((each) =>
      Array.isArray(each["%ELEMENTS"]) ? [[String(each["%ID"]), each["%ELEMENTS"].map(String)] as const] : [],
    ),
  );
  const features = structures.flatMap((each): readonly Feature[] => {
    const { "%ID": id, "%TYPE": type, begin, end } = each;
    if (String(type).startsWith("uima.cas.") || arrays.has(String(id))) return [];
    const references: Record<string, readonly string[]> = {};
    for (const [name, value] of Object.entries(each)) {
      if (!name.startsWith("@") || name === "@sofa" || value === null) continue;
      references[name.slice(1)] = arrays.get(String(value)) ?? [String(value)];
    }
    const plain = Object.entries(each).filter(
      ([name]) => !/^[%@^]/.test(name) && name !== "begin" && name !== "end",
    );
    return [
      {
        id: String(id),
        type: String(type),
        begin: typeof begin === "number" ? begin : null,
        end: typeof end === "number" ? end : null,
        features: valuesIn(Object.fromEntries(plain)),
        references,
      },
    ];
  });
  return casOf(text, features);
}

function structuresIn(json: string, file: string): readonly Structure[] {
  try {
    const { "%FEATURE_STRUCTURES": structures } = JSON.parse(json) as Structure;
    if (Array.isArray(structures)) return structures as readonly Structure[];
    return Object.entries(structures as Readonly<Record<string, Structure>>).map(([id, each]) => ({
      "%ID": id,
      ...each,
    }));
  } catch {
    throw new StanceGraphError("invalid", `${file} is no UIMA CAS in JSON: it has no "%FEATURE_STRUCTURES".`);
  }
}
