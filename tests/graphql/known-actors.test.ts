import { expect, it, vi } from "vitest";
import type { ActorId } from "../../src/domain/id.ts";
import { knownActors } from "../../src/graphql/known-actors.ts";
import { author, clock, emptyStore } from "../ingest/graph.ts";

it("reads each of ten thousand actors once, in whatever order they are asked for", () => {
  const store = emptyStore();
  const ids = Array.from({ length: 10_000 }, (_, index): ActorId => `actor:a${index}`);
  const recordedAt = clock().toISOString();
  store.change({ author, action: "test" }, () => {
    for (const id of ids) store.actors.add({ id, name: id, kind: "GROUP", description: null, recordedAt });
  });
  const reading = vi.spyOn(store.actors, "byIds");
  const read = () => reading.mock.calls.flatMap(([asked]) => asked);
  for (let start = 0; start < ids.length; start += 40) knownActors(store, ids.slice(start, start + 40));
  for (let start = 9_990; start >= 0; start -= 30) {
    const asked = ids.slice(start, start + 30);
    expect(Array.from(knownActors(store, asked), ([id]) => id)).toEqual(asked);
  }
  expect(read()).toEqual(ids);
  store.close();
});
