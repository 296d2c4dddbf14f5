import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AttributionLink } from "../../src/domain/attribution.ts";
import type { Store } from "../../src/store/open.ts";
import { articleBytes, seededStore, stancesOf } from "./seeded.ts";

let store: Store;
beforeAll(() => {
  store = seededStore();
});
afterAll(() => store.close());

const article = "actor:us-iraq-talks-article NARRATION";
const official = "a senior Iraqi government official of actor:iraqi-government INDIRECT ANONYMOUS";
const viaReuters = [`PUBLISHER ${article}`, "RELAY actor:reuters INDIRECT"];
const viaAbadi = [`PUBLISHER ${article}`, "SPEAKER actor:haider-al-abadi INDIRECT ON_RECORD THIRD_PARTY"];

describe("the seed's chains", () => {
  it.each([
    [
      "actor:united-states",
      "issue:end-coalition",
      [...viaReuters, `SPEAKER ${official} THIRD_PARTY`, "HOLDER actor:united-states"],
    ],
    [
      "actor:iraq",
      "issue:end-coalition",
      [...viaReuters, `SPEAKER ${official} UNAUTHORISED`, "HOLDER actor:iraq"],
    ],
    [
      "actor:united-states-and-iraq",
      "issue:us-withdrawal",
      [...viaAbadi, "HOLDER actor:united-states-and-iraq"],
    ],
    [
      "actor:united-states-and-iraq",
      "issue:us-presence",
      [...viaAbadi, "HOLDER actor:united-states-and-iraq"],
    ],
    [
      "actor:haider-al-abadi",
      "issue:us-presence",
      [`PUBLISHER ${article}`, "HOLDER actor:haider-al-abadi INDIRECT ON_RECORD OWN"],
    ],
    [
      "actor:pentagon",
      "issue:end-coalition",
      [`PUBLISHER ${article}`, "HOLDER actor:pentagon NARRATION OWN"],
    ],
    [
      "actor:us-government",
      "issue:us-withdrawal",
      [`PUBLISHER ${article} THIRD_PARTY`, "HOLDER actor:us-government NARRATION"],
    ],
    [
      "actor:us-government",
      "issue:reassess-coalition",
      [`PUBLISHER ${article}`, "HOLDER actor:us-government PARAPHRASE ON_RECORD OWN"],
    ],
    [
      "actor:shiite-armed-groups",
      "issue:us-withdrawal",
      [`PUBLISHER ${article}`, "HOLDER actor:shiite-armed-groups PARAPHRASE ON_RECORD OWN"],
    ],
  ])("run whole from the article to %s on %s", (holder, issue, chain) => {
    const stance = stancesOf(store).find((each) => each.holder === holder && each.issue === issue);
    expect(stance?.attribution.map(plain)).toEqual(chain);
  });

  it("each begin with the publisher, end with the holder, and say once by what right", () => {
    for (const { attribution, holder } of stancesOf(store)) {
      expect(attribution[0]?.role).toBe("PUBLISHER");
      expect(attribution.at(-1)).toMatchObject({ role: "HOLDER", actor: holder });
      expect(attribution.filter(({ authority }) => authority !== null)).toHaveLength(1);
    }
  });

  it("take every cue from the article", () => {
    const text = articleBytes().toString("utf8");
    const links = [...stancesOf(store), ...store.events.all()].flatMap(({ attribution }) => attribution);
    const cues = links.flatMap(({ cue }) => cue ?? []);
    expect(cues.length).toBeGreaterThan(14);
    expect(cues.filter((cue) => !text.includes(cue))).toEqual([]);
    expect(links.filter(({ role, cue }) => role !== "PUBLISHER" && cue === null)).toEqual([]);
  });

  it("carry what an anonymous official forecasts as a statement, not as a stance", () => {
    const forecast = store.events.get("event:official-expects-talks-beyond-election");
    expect(forecast).toMatchObject({ kind: "STATEMENT", certainty: "POSSIBLE" });
    expect(forecast?.attribution.map(plain)).toEqual([...viaReuters, `SPEAKER ${official}`]);
  });
});

/** A link on one line: role, source, mode, terms, authority. */
function plain({ role, actor, anonymous, mode, onRecord, authority }: AttributionLink): string {
  const source = actor ?? `${anonymous?.descriptor} of ${anonymous?.affiliation}`;
  return [role, source, mode, onRecord, authority].filter((part) => part !== null).join(" ");
}
