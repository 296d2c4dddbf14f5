import { importSources } from "../../src/ingest/import.ts";
import { textSource } from "../../src/ingest/source.ts";
import { openStore, type Store } from "../../src/store/open.ts";

const [iraq, kurds, militias, sunnis, us] = [
  "Iraqi government",
  "Kurdish parties",
  "Militias",
  "Sunni parties",
  "US government",
];

/** Document, who, on what, and how strongly for (above 0) or against it. */
const said = [
  [1, us, "Timetable", -1],
  [1, iraq, "Timetable", 2],
  [1, iraq, "Immunity", -2],
  [1, us, "Immunity", 2],
  [1, militias, "Timetable", 2],
  [1, sunnis, "Timetable", 1],
  [2, kurds, "Timetable", -1],
  [2, iraq, "Timetable", 1],
  [2, us, "Timetable", 1],
  [2, militias, "Immunity", -2],
  [3, iraq, "Timetable", 2],
  [3, iraq, "Timetable", 2],
  [3, kurds, "Immunity", 1],
  [3, sunnis, "Immunity", -1],
] as const;

/** A Wednesday, the Sunday after it, and another Sunday, a month later. */
const days = ["2008-10-01", "2008-10-05", "2008-11-02"];

const sentences = said.map(([, who, what], index) => `${index + 1}: ${who} on ${what}.`);

const coding = {
  stancegraph: 1,
  coder: { name: "Ada" },
  documents: days.map((publishedOn, index) => ({
    id: `day-${index + 1}`,
    title: `Day ${index + 1}`,
    publishedOn,
    text: sentences.filter((_, at) => said[at]?.[0] === index + 1).join(" "),
  })),
  actors: [
    ...[iraq, us].map((name) => ({ name, kind: "GOVERNMENT" })),
    ...[kurds, militias, sunnis, "Clergy", "Press"].map((name) => ({ name, kind: "GROUP" })),
  ],
  issues: ["Timetable", "Immunity"].map((label) => ({
    label,
    proposition: `${label} should be.`,
    pro: "Wants it.",
    contra: "Does not.",
  })),
  stances: [
    ...said.map(([document, holder, issue, intensity], index) => ({
      holder,
      issue,
      direction: intensity > 0 ? "SUPPORTS" : "OPPOSES",
      intensity,
      document: `day-${document}`,
      quote: sentences[index],
      externalId: String(index + 1),
    })),
    {
      holder: "Clergy",
      issue: "Timetable",
      direction: "DECLINED_TO_COMMENT",
      document: "day-1",
      quote: sentences[0],
    },
    {
      holder: "Press",
      issue: "Timetable",
      direction: "SUPPORTS",
      document: "day-1",
      quote: sentences[0],
      status: "PROPOSED",
    },
  ],
};

/** Fourteen stances in three documents, of which the Discourse Network Analyzer has made every network, and two that do not count. */
export function debateStore(): Store {
  const store = openStore({ path: ":memory:", clock: () => new Date("2009-01-01T00:00:00Z") });
  importSources(store, [textSource("debate.json", JSON.stringify(coding))], {
    author: { who: "Ada", why: null },
    format: "json",
  });
  return store;
}
