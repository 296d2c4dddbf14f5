import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Relation } from "../../src/domain/actor.ts";
import type { EvidenceId } from "../../src/domain/id.ts";
import type { Direction } from "../../src/domain/stance.ts";
import type { Store } from "../../src/store/open.ts";
import {
  actorHere,
  type EarlierCoding,
  earlierCoding,
  eventHere,
  relationHere,
  type Span,
} from "./earlier-coding.ts";
import { seededStore, stancesOf } from "./seeded.ts";

const found = earlierCoding();
if (found === null) {
  console.warn(
    "SKIPPED: the earlier coding of the seed's text (../shared/data/seed/gold.json) is not at hand.",
  );
}
// Inside the block it is there; the empty one only lets the block be read where it is skipped.
const earlier: EarlierCoding = found ?? {
  actors: [],
  issues: [],
  stances: [],
  claims: [],
  relations: [],
  events: [],
};

describe.skipIf(found === null)("beside the earlier coding, the seed", () => {
  let store: Store;
  let relations: readonly Relation[];
  beforeAll(() => {
    store = seededStore();
    relations = [...store.relations.all()];
  });
  afterAll(() => store.close());

  it("has its 26 actors, and two offices", () => {
    const ids = [...store.actors.all()].map(({ id }) => id);
    expect(earlier.actors).toHaveLength(26);
    const offices = ["actor:president-of-iraq", "actor:prime-minister-of-iraq"];
    expect(ids.sort()).toEqual([...earlier.actors.map(({ id }) => actorHere(id)), ...offices].sort());
  });

  it("has their aliases, but for the company that Reuters belongs to", () => {
    const missing = earlier.actors.flatMap(({ id, aliases }) =>
      aliases.filter((alias) => !goesBy(actorHere(id), alias)),
    );
    expect(missing).toEqual(["Thomson Reuters"]);
  });

  it("has their Wikidata ids, but for the forces of which those in Iraq are a part", () => {
    const missing = earlier.actors.filter(
      ({ id, wikidata }) =>
        typeof wikidata === "string" && store.actors.byExternalId("wikidata", wikidata)?.id !== actorHere(id),
    );
    expect(missing.map(({ wikidata }) => wikidata)).toEqual(["Q11211"]);
  });

  it("ties them to what they are part of, and both sides to their members", () => {
    const ties = earlier.actors.flatMap(({ id, parent, members = [] }) => [
      ...(parent === undefined ? [] : [[actorHere(id), actorHere(parent)]]),
      ...members.map((member) => [actorHere(member), actorHere(id)]),
    ]);
    expect(ties).toHaveLength(12);
    expect(
      ties.filter(
        ([subject, object]) => !relations.some((each) => each.subject === subject && each.object === object),
      ),
    ).toEqual([]);
  });

  it("has its five issues", () => {
    expect([...store.issues.all()].map(({ id }) => id).sort()).toEqual(
      earlier.issues.map(({ id }) => `issue:${id}`).sort(),
    );
  });

  it("has its 13 stances with their facets and evidence, and one of al-Abadi's more", () => {
    const there = earlier.stances.map((stance) => {
      const open = ["st12", "st13"].includes(stance.id);
      const direction = open ? "UNDECIDED" : directionHere[stance.position];
      return {
        holder: actorHere(stance.actor),
        issue: `issue:${stance.issue}`,
        direction,
        evidence: [place(stance.evidence)],
      };
    });
    const here = stancesOf(store).map(({ holder, issue, direction, evidence }) => ({
      holder: holder as string,
      issue,
      direction,
      evidence: placesOf(evidence),
    }));
    expect(there).toHaveLength(13);
    expect(here).toEqual(expect.arrayContaining(there));
    const more = here.filter(
      (stance) => !there.some(({ holder, issue }) => stance.holder === holder && stance.issue === issue),
    );
    expect(more.map(({ holder, issue }) => [holder, issue])).toEqual([
      ["actor:haider-al-abadi", "issue:us-withdrawal"],
    ]);
    for (const { actor, issue, facets = {} } of earlier.stances) {
      const stance = stancesOf(store).find(
        (each) => each.holder === actorHere(actor) && each.issue === `issue:${issue}`,
      );
      expect(stance?.facets).toMatchObject(facets);
    }
  });

  it("has each of its claims as words of a stance of that holder, of what he reports, or of an event of that speaker", () => {
    const lost = earlier.claims.filter(({ source, alsoSources = [], content }) =>
      [source, ...alsoSources].some((id) => !voicedBy(actorHere(id)).some((span) => overlap(span, content))),
    );
    expect(earlier.claims).toHaveLength(8);
    expect(lost).toEqual([]);
  });

  it("has its 18 relations as relations with the same words, or as participants of events", () => {
    const ties = new Map(
      relations.map((each) => [`${each.subject} ${each.kind} ${each.object}`, placesOf(each.evidence)]),
    );
    const parts = [...store.events.all()].flatMap(({ id, participants }) =>
      participants.map(({ actor }) => `${actor} in ${id}`),
    );
    expect(earlier.relations.map(({ id }) => id)).toEqual(Object.keys(relationHere));
    for (const { id, evidence } of earlier.relations) {
      for (const tie of relationHere[id] ?? []) {
        if (tie.includes(" in ")) expect(parts).toContain(tie);
        else expect(ties.get(tie), tie).toEqual([place(evidence)]);
      }
    }
  });

  it("has its 15 events with their participants, dates and words, and two statements", () => {
    expect(earlier.events.map(({ id }) => id).sort()).toEqual(Object.keys(eventHere).sort());
    for (const { id, participants, time, mentions } of earlier.events) {
      const event = store.events.get(eventHere[id] as `event:${string}`);
      const actors = event?.participants.map(({ actor }) => actor);
      expect(actors, id).toEqual(expect.arrayContaining(participants.map(({ actor }) => actorHere(actor))));
      if (time !== null && !time.value.startsWith("P"))
        expect(event?.happenedOn?.edtf).toBe(time.value.replace("XXXX", "2024"));
      expect(
        spansOf(event?.evidence ?? []).some((span) => overlap(span, mentions[0] as Span)),
        id,
      ).toBe(true);
    }
    expect(store.events.count()).toBe(17);
  });

  const directionHere: Readonly<Record<string, Direction>> = {
    pro: "SUPPORTS",
    contra: "OPPOSES",
    ambivalent: "AMBIVALENT",
    none: "DECLINED_TO_COMMENT",
  };

  function goesBy(actor: `actor:${string}`, name: string): boolean {
    return store.actors.require(actor).names.some((each) => each.name === name);
  }

  /** Where the text has an actor speak: as a stance's holder, as a link of a chain, or in a statement. */
  function voicedBy(actor: string): readonly Span[] {
    const stances = stancesOf(store).filter(({ attribution }) =>
      attribution.some((link) => link.actor === actor),
    );
    const events = [...store.events.all()].filter(({ participants }) =>
      participants.some((each) => each.actor === actor),
    );
    return [...stances, ...events].flatMap(({ evidence }) => spansOf(evidence));
  }

  function spansOf(evidence: readonly EvidenceId[]): readonly Span[] {
    return evidence.flatMap((id) => store.documents.evidence(id) ?? []);
  }

  function placesOf(evidence: readonly EvidenceId[]): readonly string[] {
    return spansOf(evidence).map(place);
  }
});

function place({ start, end }: Span): string {
  return `${start}-${end}`;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
