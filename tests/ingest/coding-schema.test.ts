import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { codingJsonSchema } from "../../src/ingest/coding.ts";
import { codingWith, stanceWith } from "./graph.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const schema = JSON.parse(read("schema/coding.schema.json")) as object;
const isCoding = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);

describe("the published schema of the coding format", () => {
  it("is the one the importer reads by; `npm run schema` writes it anew", () => {
    expect(schema).toEqual(JSON.parse(JSON.stringify(codingJsonSchema())));
  });

  it("accepts the seed and the small coding of these tests", () => {
    expect(isCoding(parse(read("seed/us-iraq-talks/coding.yaml")))).toBe(true);
    expect(isCoding(codingWith())).toBe(true);
  });

  it("refuses a misspelt field and a word outside a list", () => {
    expect(isCoding(codingWith({ stances: [stanceWith({ qoute: "x" })] }))).toBe(false);
    expect(isCoding(codingWith({ stances: [stanceWith({ direction: "SUPPORT" })] }))).toBe(false);
  });

  it("describes every field", () => {
    const undescribed: string[] = [];
    const walk = (value: unknown, path: string): void => {
      const properties = (value as { properties?: Record<string, { description?: string }> } | null)
        ?.properties;
      for (const [name, property] of Object.entries(properties ?? {})) {
        if (!property.description) undescribed.push(`${path}.${name}`);
      }
      if (typeof value === "object" && value !== null)
        for (const [key, each] of Object.entries(value)) walk(each, `${path}.${key}`);
    };
    walk(schema, "");
    expect(undescribed).toEqual([]);
  });
});
