import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../src/graphql/schema.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { served } from "../http/served.ts";
import { checkAgreement, type Sides } from "./agree.ts";
import { databasesIn } from "./databases.ts";
import { type FloorAnswers, floorAnswers } from "./floor/answers.ts";
import { queries, type World } from "./queries.ts";
import { worldOf } from "./world.ts";

const folder = mkdtempSync(join(tmpdir(), "stancegraph-floor-"));
let store: Store;
let floor: FloorAnswers;
let sides: Sides;
let world: World;

beforeAll(async () => {
  const files = await databasesIn(folder, 2000, () => {});
  store = openStore({ path: files.product, clock: () => new Date("2026-01-01T00:00:00Z") });
  floor = floorAnswers(files.floor);
  const { post } = served({ store });
  sides = {
    async product(query, variables) {
      const { data, errors } = (await (await post(query, { variables })).json()) as Answer;
      expect(errors).toBeUndefined();
      return data;
    },
    floor: async (path, params) => JSON.parse(JSON.stringify(floor.get(path)?.(params))),
  };
  world = await worldOf(2000, 10, sides.product);
});

afterAll(() => {
  store.close();
  floor.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

/** Two ways to one answer, written apart: the rule's code, and SQL on other tables. */
describe("the product and hand-written SQL", () => {
  for (const query of queries) {
    const isKnown = validate(schema, parse(query.document)).length === 0;
    it.skipIf(!isKnown)(`tell the same of ${query.summary}`, async () => {
      expect(await checkAgreement(sides, query, { world, times: 15 })).toBe(15);
    });
  }
});
