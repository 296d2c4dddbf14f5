import { describe, expect, it } from "vitest";
import { seededStore } from "../../seed/seeded.ts";
import { chatServer, isVerifying, labelOf } from "./chat-server.ts";
import { answerOf, article, extracted, extractorAt, proposed, taskIn, told } from "./extracting.ts";

const quote = "Shi'ite armed groups advocate for an immediate withdrawal of U.S. forces";

describe("a language model that extracts", () => {
  it("proposes what it finds, in the document's own words, with how it came to it", async () => {
    const { url, requests } = await chatServer((request) =>
      answerOf(request, [
        told(request, {
          facets: [
            { name: "pace", value: "immediate" },
            { name: "pace", value: "soon" },
          ],
        }),
      ]),
    );
    const store = seededStore();
    const { proposals, refused } = await proposed(store, { url, isVerifying: true });
    expect(refused).toEqual([]);
    const [one, ...others] = proposals;
    expect([others, one?.outcome, one?.quotes]).toEqual([[], "PROPOSED", [quote]]);
    expect(one?.stance).toMatchObject({
      holder: "actor:shiite-armed-groups",
      issue: "issue:us-withdrawal",
      direction: "SUPPORTS",
      intensity: 2,
      act: "DEMANDED",
      facets: { pace: "immediate" },
      confidence: 0.9,
      coder: "coder:model-tested",
      status: "PROPOSED",
      attribution: [
        { role: "HOLDER", actor: "actor:shiite-armed-groups", cue: "advocate for", mode: "NARRATION" },
      ],
    });
    const proposal = store.proposals.of(one?.stance.id as never);
    expect(proposal).toMatchObject({ extractor: "model", version: "1", model: "tested" });
    expect(proposal?.codebook).toBe(taskIn(store).codebook.version);
    expect(proposal?.promptHash).toMatch(/^[0-9a-f]{64}$/);
    expect(proposal?.reasons).toEqual([
      "They advocate for it.",
      "The issue has no pace soon, so it is left out.",
    ]);
    expect(proposal?.spans.map(({ role, start, end }) => [role, article.slice(start, end)])).toEqual([
      ["CUE", "advocate for"],
    ]);
    expect(requests.map(isVerifying)).toEqual([false, true]);
  });

  it("is shown numbered sentences and closed lists, and asked for a form that holds it to them", async () => {
    const { url, requests, keys } = await chatServer((request) => answerOf(request, []));
    await extracted(seededStore(), { url, apiKey: "secret" });
    const [request] = requests;
    const said = request?.messages.map(({ content }) => content).join("\n") ?? "";
    expect(said).toContain("[7] Shi'ite armed groups advocate for");
    expect(said).toMatch(/^A\d+: Haider al-Abadi$/m);
    expect(said).toContain("facet pace: immediate | phased");
    const schema = JSON.stringify(request?.response_format?.json_schema?.schema);
    expect(schema).toContain('"issue":{"type":"string","enum":["I1","I2","I3","I4","I5"]}');
    expect(request).toMatchObject({
      model: "tested",
      temperature: 0,
      response_format: { type: "json_schema" },
    });
    expect(keys).toEqual(["Bearer secret"]);
  });

  it("asks nothing about a text that names no actor", async () => {
    const { url, requests } = await chatServer((request) => answerOf(request, []));
    const store = seededStore();
    const task = { ...taskIn(store), actors: [] };
    expect(await extractorAt({ url }).extractor.extract(task)).toEqual({ stances: [], refused: [] });
    expect(requests).toEqual([]);
  });

  it("reads a long text in parts that overlap, and tells what two parts share once", async () => {
    const { url, requests } = await chatServer((request) => {
      const sentence = /^\[(\d+)\] Shi'ite armed groups advocate/m.exec(
        request.messages[1]?.content ?? "",
      )?.[1];
      return answerOf(
        request,
        sentence === undefined ? [] : [told(request, { sentences: [Number(sentence)] })],
      );
    });
    const store = seededStore();
    const task = taskIn(store);
    const filler = "Nothing else was said on that day by anyone who was there. ".repeat(130);
    const text = `${filler}${article.split("\n")[3]}\n${filler}`;
    const { stances, refused } = await extractorAt({ url }).extractor.extract({
      ...task,
      document: { ...task.document, text },
    });
    expect(requests.length).toBeGreaterThan(1);
    expect([stances.length, refused]).toEqual([1, []]);
    expect(stances[0]?.quote).toEqual([
      { start: text.indexOf(quote), end: text.indexOf(quote) + quote.length },
    ]);
  });
});

describe("what a model says and the text does not", () => {
  const refusals: readonly (readonly [string, Readonly<Record<string, unknown>>, RegExp])[] = [
    [
      "an invented quote",
      { quote: "The groups vowed to burn every base down" },
      /not in the text; it is invented/,
    ],
    [
      "an inserted not",
      { quote: "Shi'ite armed groups do not advocate for an immediate withdrawal of U.S. forces" },
      /differs from the text by a negation: it has "Shi'ite armed groups advocate/,
    ],
    ["an actor by name", { actor: "Muqtada al-Sadr" }, /"Muqtada al-Sadr" is no label of an actor/],
    ["an actor beyond the list", { actor: "A99" }, /"A99" is no label/],
    ["an issue beyond the list", { issue: "I9" }, /"I9" is no label of an issue/],
    ["a speaker beyond the list", { speaker: "a spokesman" }, /"a spokesman" is no label/],
    ["no direction", { direction: "AGAINST" }, /direction/i],
    ["words that stand there twice", { quote: "U.S. forces", sentences: [] }, /more than once/],
  ];

  it.each(refusals)("is refused and told: %s", async (_what, over, message) => {
    const { url } = await chatServer((request) => answerOf(request, [told(request, over), told(request)]));
    const { stances, refused } = await extracted(seededStore(), { url });
    expect(stances).toHaveLength(1);
    expect(refused.map((each) => each.message)).toEqual([expect.stringMatching(message)]);
    expect(refused[0]?.value).toMatchObject(over);
  });

  it("costs a quote nothing where only marks differ: the text's own words are stored", async () => {
    const other = quote.replace("'", "’").toUpperCase();
    const { url } = await chatServer((request) => answerOf(request, [told(request, { quote: other })]));
    const { proposals } = await proposed(seededStore(), { url });
    expect(proposals.map(({ quotes }) => quotes)).toEqual([[quote]]);
  });

  it("is doubted where the passage does not name the holder", async () => {
    const { url } = await chatServer((request) =>
      answerOf(request, [
        told(request, isVerifying(request) ? {} : { actor: labelOf(request, "Haider al-Abadi") }),
      ]),
    );
    const { stances } = await extracted(seededStore(), { url });
    expect(stances[0]).toMatchObject({ holder: "actor:haider-al-abadi", confidence: 0.5 });
    expect(JSON.stringify(stances[0]?.proposal)).toContain("The passage does not name Haider al-Abadi");
  });

  it("is told where two readings of the same words contradict each other", async () => {
    const { url } = await chatServer((request) =>
      answerOf(request, [told(request), told(request, { direction: "OPPOSES" })]),
    );
    const { proposals, refused } = await proposed(seededStore(), { url });
    expect(proposals).toHaveLength(1);
    expect(refused.map(({ message }) => message)).toEqual([
      expect.stringMatching(/differently from another/),
    ]);
  });

  it.each([
    ["NO", 0, 1],
    ["OPPOSITE", 0, 1],
    ["UNCLEAR", 1, 0],
    ["YES", 1, 0],
  ])("is found out by the second question: %s", async (verdict, kept, gone) => {
    const { url } = await chatServer((request) => answerOf(request, [told(request)], verdict));
    const { stances, refused } = await extracted(seededStore(), { url, isVerifying: true });
    expect([stances.length, refused.length]).toEqual([kept, gone]);
    if (verdict === "UNCLEAR") expect(stances[0]).toMatchObject({ confidence: 0.5 });
  });

  it("is kept in doubt where the second question has no answer", async () => {
    const { url } = await chatServer((request) =>
      isVerifying(request) ? "I would rather not say." : answerOf(request, [told(request)]),
    );
    const { stances } = await extracted(seededStore(), { url, isVerifying: true });
    expect(stances[0]).toMatchObject({ confidence: 0.5 });
  });
});
