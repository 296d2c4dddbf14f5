import type { Day, Instant } from "../domain/edtf.ts";
import type { Source } from "../export/source.ts";
import { type Context, contextOf } from "../graphql/context.ts";
import { found } from "../graphql/loads.ts";
import { pairFilter } from "../graphql/pair-filter.ts";
import { positionTable } from "../graphql/position-lists.ts";
import { answersTo } from "../graphql/positions.ts";
import { questionOf } from "../graphql/questions.ts";
import type { Store } from "../store/open.ts";
import type { Where } from "../store/where.ts";

export interface SourceOptions {
  /** What is asked of the thing exported, in the grammar of the API; for evidence, of the document quoted. */
  readonly where?: Where | null;
  readonly validAt?: Day | null;
  readonly knownAt?: Instant | null;
}

const batchSize = 500;

/** The graph as an export reads it, from a store. Things referred to are loaded a batch at a time. */
export function sourceOf(
  store: Store,
  { where = null, validAt = null, knownAt = null }: SourceOptions = {},
): Source {
  const context = contextOf({ store, who: "an export", scope: "read" });
  const { load } = context;
  const asOf = validAt === null && knownAt === null ? null : { validAt, knownAt };
  const batches = <T>(items: Iterable<T>, hint: (batch: readonly T[]) => void) =>
    hinted(items, hint, load.forget);
  return {
    dataset: store.dataset.get(),
    actors: () => store.actors.all({ where }),
    issues: () => store.issues.all({ where }),
    documents: () => store.documents.all({ where }),
    evidence: () => store.documents.all({ where }).flatMap(({ id }) => store.documents.evidenceOf(id)),
    relations: () => batches(store.relations.all({ where }), (batch) => batch.forEach(load.hintRelation)),
    events: () => batches(store.events.all({ where }), (batch) => batch.forEach(load.hintEvent)),
    stances: () =>
      batches(store.stances.all({ where, asOf }), (batch) => {
        for (const stance of batch) load.stances.keep(stance.id, stance);
      }),
    positions: () =>
      batches(positionsIn(context, where, { validAt, knownAt }), (batch) =>
        load.stances.hint(batch.map(({ deciding }) => deciding)),
      ),
    coders: () => store.coders.all(),
    look: {
      actor: (id) => found(load.actors, id),
      issue: (id) => found(load.issues, id),
      document: (id) => found(load.documents, id),
      evidence: (id) => found(load.evidence, id),
      stance: (id) => found(load.stances, id),
      coder: (id) => found(load.coders, id),
      attributes: store.attributes.of,
      proposal: store.proposals.of,
      text: store.documents.text,
    },
  };
}

function positionsIn(
  context: Context,
  where: Where | null,
  asOf: { readonly validAt: Day | null; readonly knownAt: Instant | null },
) {
  const { test, ...asked } = pairFilter(context, where, positionTable);
  return answersTo(context, questionOf({ asOf }), asked).filter(test);
}

/** Says of each batch what will be looked up, so that it comes in a few statements, and forgets it afterwards. */
function* hinted<T>(
  items: Iterable<T>,
  hint: (batch: readonly T[]) => void,
  forget: () => void,
): Generator<T> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < batchSize) continue;
    hint(batch);
    yield* batch;
    forget();
    batch = [];
  }
  hint(batch);
  yield* batch;
}
