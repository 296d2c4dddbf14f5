import { StanceGraphError } from "../../domain/error.ts";
import type { StanceId } from "../../domain/id.ts";
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

/** Goes by the instants of recording, which never run backwards. */
function recordedStances(
  { store, load }: Context,
  feed: Feed,
  where: Where | null | undefined,
): AsyncIterable<Stance> {
  const inOrder = [{ field: "RECORDED_AT", descending: false }];
  const newest = store.stances.page({ first: 1, orderBy: [{ field: "RECORDED_AT", descending: true }] })
    .items[0];
  let last = newest?.recordedAt ?? "0000-01-01T00:00:00.000Z";
  let told = new Set<StanceId>();
  for (const { id } of store.stances.all({ where: { recordedAt: { gte: last } } })) told.add(id);

  return feed.news(function* () {
    for (const stance of store.stances.all({
      where: both(where, { recordedAt: { gte: last } }),
      orderBy: inOrder,
    })) {
      if (told.has(stance.id)) continue;
      if (stance.recordedAt > last) told = new Set();
      last = stance.recordedAt;
      told.add(stance.id);
      load.forget();
      yield stance;
    }
  });
}
