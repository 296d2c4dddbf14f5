import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { networkFormatFor } from "../../src/export/networks/index.ts";
import { type DrawingAnswer, drawingIn, drawingQuery } from "../../src/graphql/drawing.ts";
import { debateStore } from "../graphql/debate.ts";
import { ask } from "../graphql/world.ts";

const store = debateStore();
afterAll(() => store.close());

const schemaOf = (name: string) => readFileSync(new URL(`schemas/${name}.xsd`, import.meta.url), "utf8");
/** GraphML lets others add attributes to keys; visone's says what of its own a key holds. */
const forVisone = schemaOf("graphml").replace(
  '<xs:attribute name="attr.type">',
  '<xs:attribute name="visone.type" type="xs:NMTOKEN"/>\n    <xs:attribute name="attr.type">',
);
const formats = [
  ["graphml", schemaOf("graphml")],
  ["visone", forVisone],
  ["gexf", schemaOf("gexf")],
] as const;
const inputs = [
  {},
  { mode: "TWO_MODE" },
  { mode: "ISSUES", aggregate: "SUBTRACT", normalize: "AVERAGE" },
  { mode: "ACTORS", aggregate: "CONFLICT", isolates: true },
  { window: { unit: "MONTHS", size: 3 } },
  { stances: { direction: { eq: "NEUTRAL" } }, from: "1900-01-01", to: "1900-01-02" },
];

async function complaintsAbout(xml: string, schema: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: "network.xml", contents: xml }],
    schema: [schema],
  });
  return errors.map(({ message }) => message);
}

describe.each(formats)("a network as %s", (name, schema) => {
  it.each(inputs)("of %j is valid by the format's schema", async (input) => {
    const { data, errors } = await ask(store, drawingQuery, { variables: { input } });
    expect(errors).toEqual([]);
    const xml = networkFormatFor(name).write(drawingIn(data as DrawingAnswer));
    expect(await complaintsAbout(xml, schema)).toEqual([]);
  });

  it("is told where it is not", async () => {
    const { data } = await ask(store, drawingQuery, { variables: { input: {} } });
    const xml = networkFormatFor(name).write(drawingIn(data as DrawingAnswer));
    expect(
      await complaintsAbout(xml.replace(/ source="[^"]*"/, ' source="actor:nobody"'), schema),
    ).not.toEqual([]);
    expect(await complaintsAbout(xml.replace(/<node id=/, "<node name="), schema)).not.toEqual([]);
  });
});
