import { type ExecutionResult, parse, subscribe } from "graphql";
import { describe, expect, it } from "vitest";
import { contextOf } from "../../src/graphql/context.ts";
import { type Feed, feedOf } from "../../src/graphql/feed.ts";
import { schema } from "../../src/graphql/schema.ts";
import { record } from "../../src/ingest/record.ts";
import type { Store } from "../../src/store/open.ts";
import { answerOf, ask, worldStore } from "./world.ts";

type News = AsyncGenerator<ExecutionResult>;

async function subscribed(
  store: Store,
  query: string,
  feed: Feed,
  scope: "read" | null = "read",
): Promise<News | ExecutionResult> {
  const contextValue = contextOf({ store, who: "Grace", scope, feed });
  return (await subscribe({ schema, document: parse(query), contextValue })) as News | ExecutionResult;
}

const recordStance = (store: Store, holder: string) =>
  record(
    store,
    {
      kind: "stance",
      item: {
        holder,
        issue: "Withdrawal",
        direction: "NEUTRAL",
        document: documentOf(store),
        quote: "advisers should stay",
      },
    },
    { author: { who: "Ada", why: null } },
  );

const documentOf = (store: Store) =>
  store.documents.page({ where: { title: { eq: "A turn" } } }).items[0]?.id;
const next = async (news: News) => answerOf((await news.next()).value);

describe("subscriptions", () => {
  it("tell each stance as it is recorded, once, and only those asked for", async () => {
    const store = worldStore();
    const feed = feedOf({ store, intervalMs: 5 });
    const news = (await subscribed(
      store,
      `subscription { stanceRecorded(where: {holder: {is: {kind: {eq: PARTY}}}}) { holder { name } status } }`,
      feed,
    )) as News;
    const first = next(news);
    recordStance(store, "Order Party");
    expect(await first).toEqual({
      data: { stanceRecorded: { holder: { name: "Order Party" }, status: "PROPOSED" } },
      errors: [],
    });
    const second = next(news);
    recordStance(store, "Militias");
    recordStance(store, "Peace Party");
    expect((await second).data.stanceRecorded.holder.name).toBe("Peace Party");
    feed.close();
    expect(await news.next()).toEqual({ done: true, value: undefined });
  });

  it("tell each change of the graph, with the data as they are then", async () => {
    const store = worldStore();
    const feed = feedOf({ store, intervalMs: 5 });
    const news = (await subscribed(
      store,
      "subscription { datasetChanged { revision counts { stances } } }",
      feed,
    )) as News;
    const first = next(news);
    recordStance(store, "Militias");
    expect((await first).data).toEqual({ datasetChanged: { revision: 2, counts: { stances: 9 } } });
    const second = next(news);
    await ask(store, `mutation { createActor(input: {name: "Newcomer", kind: PARTY}) { __typename } }`);
    expect((await second).data).toEqual({ datasetChanged: { revision: 3, counts: { stances: 9 } } });
    feed.close();
  });

  it("end when the reader stops", async () => {
    const store = worldStore();
    const feed = feedOf({ store, intervalMs: 5 });
    const news = (await subscribed(store, "subscription { datasetChanged { revision } }", feed)) as News;
    const waiting = news.next();
    await news.return(undefined);
    expect((await waiting).done).toBe(true);
    feed.close();
  });

  it("need the right to read, and a server", async () => {
    const store = worldStore();
    const feed = feedOf({ store, intervalMs: 5 });
    const closed = (await subscribed(
      store,
      "subscription { datasetChanged { revision } }",
      feed,
      null,
    )) as ExecutionResult;
    expect(answerOf(closed).errors).toEqual([
      expect.stringMatching(/^FORBIDDEN datasetChanged needs a key of scope "read"/),
    ]);
    feed.close();
    const contextValue = contextOf({ store, who: "Grace", scope: "read" });
    const alone = await subscribe({
      schema,
      document: parse("subscription { datasetChanged { revision } }"),
      contextValue,
    });
    expect(answerOf(alone as ExecutionResult).errors).toEqual([
      "UNAVAILABLE There is no news here; subscribe at a server (`stancegraph serve`).",
    ]);
  });
});
