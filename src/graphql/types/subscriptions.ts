import { StanceGraphError } from "../../domain/error.ts";
import type { Stance } from "../../domain/stance.ts";
import type { Dataset } from "../../store/dataset.ts";
import { stanceTable } from "../../store/tables.ts";
import type { Where } from "../../store/where.ts";
import { builder } from "../builder.ts";
import type { Context } from "../context.ts";
import type { Feed } from "../feed.ts";
import { both } from "../narrowed.ts";
import { DatasetRef, StanceRef } from "../refs.ts";
import { whereInput } from "../where.ts";

builder.subscriptionFields((t) => ({
  datasetChanged: t.field({
    type: DatasetRef,
    description: "The graph as a whole, after each change. Changes that come close together are told once.",
    subscribe: (_root, _args, context) => changedDatasets(context, feedOf(context)),
    resolve: (dataset) => dataset,
  }),
  stanceRecorded: t.field({
    type: StanceRef,
    description: "Each stance as it is recorded, whatever its status.",
    args: { where: t.arg({ type: whereInput(stanceTable), description: "Which ones; all when left out." }) },
    subscribe: (_root, { where }, context) => recordedStances(context, feedOf(context), where),
    resolve: (stance) => stance,
  }),
}));

function feedOf({ feed }: Context): Feed {
  if (feed === null)
    throw new StanceGraphError(
      "unavailable",
      "There is no news here; subscribe at a server (`stancegraph serve`).",
    );
  return feed;
}

function changedDatasets({ store, load }: Context, feed: Feed): AsyncIterable<Dataset> {
  return feed.news(() => {
    load.forget();
    return [store.dataset.get()];
  });
}

/** As many ids as a filter takes. */
const batchSize = 1000;

/** Goes by the store's keys, in the order of recording. */
function recordedStances(
  { store, load }: Context,
  feed: Feed,
  where: Where | null | undefined,
): AsyncIterable<Stance> {
  let last = store.stances.lastKey();
  return feed.news(function* () {
    for (;;) {
      const recorded = store.stances.recordedAfter(last, batchSize);
      if (recorded.length === 0) return;
      const asked = both(where, { id: { in: recorded.map(({ id }) => id) } });
      const wanted = new Map([...store.stances.all({ where: asked })].map((stance) => [stance.id, stance]));
      for (const { key, id } of recorded) {
        last = key;
        const stance = wanted.get(id);
        if (stance === undefined) continue;
        load.forget();
        yield stance;
      }
    }
  });
}
