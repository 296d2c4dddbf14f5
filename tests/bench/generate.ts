import { random } from "./random.ts";

export interface Size {
  readonly stances: number;
  readonly actors: number;
  readonly issues: number;
}

export function sizeFor(stances: number): Size {
  return {
    stances,
    actors: Math.max(20, Math.round(stances / 100)),
    issues: Math.max(10, Math.round(stances / 1000)),
  };
}

const words = (
  "government party talks forces withdrawal agreement minister coalition official statement mission border security " +
  "parliament region policy support concern future relations military election budget reform energy climate trade water"
).split(" ");
const verbs = { SUPPORTS: "welcomed", OPPOSES: "rejected", AMBIVALENT: "weighed", NEUTRAL: "noted" } as const;
const directions = Object.keys(verbs) as readonly (keyof typeof verbs)[];

/**
 * A coding as JSON lines: Zipf-distributed actors and issues, a document of 1 to 2 kB for five stances, chains of two.
 * The same seed and size give the same bytes.
 */
export function* codingLines({ stances, actors, issues }: Size, seed = 1): Generator<string> {
  const next = random(seed);
  const zipf = (count: number) =>
    Math.min(count - 1, Math.floor(count ** next()) - 1 + Math.floor(next() * 2));
  const pick = () => words[Math.floor(next() * words.length)] ?? "talks";
  const line = (item: unknown) => JSON.stringify(item);
  yield line({ coder: { name: "Generator", kind: "EXTRACTOR", version: "1" } });
  for (let actor = 0; actor < actors; actor += 1) {
    yield line({
      actor: { id: `a${actor}`, name: `Actor ${actor}`, kind: "PARTY", names: [`A${actor} party`] },
    });
  }
  for (let issue = 0; issue < issues; issue += 1) {
    const proposition = `Proposal ${issue} on ${pick()} and ${pick()} should be adopted.`;
    yield line({
      issue: { id: `i${issue}`, label: `Issue ${issue}`, proposition, pro: "Wants it.", contra: "Does not." },
    });
  }
  for (let document = 0; document * 5 < stances; document += 1) {
    const day = new Date(Date.UTC(2000, 0, 1 + Math.floor(next() * 9000))).toISOString().slice(0, 10);
    const found = Array.from({ length: Math.min(5, stances - document * 5) }, (_, place) => {
      const direction = directions[Math.floor(next() ** 2 * directions.length)] ?? "SUPPORTS";
      const [holder, issue] = [zipf(actors), zipf(issues)];
      const quote = `Actor ${holder} ${verbs[direction]} proposal ${issue} in ${pick()} ${document}-${place}`;
      const filler = Array.from({ length: 30 }, pick).join(" ");
      return { holder, issue, direction, quote, sentence: `${quote}. The ${filler}.` };
    });
    const text = found.map(({ sentence }) => sentence).join(" ");
    yield line({
      document: {
        id: `d${document}`,
        title: `Report ${document}`,
        text,
        publisher: "Agency",
        publishedOn: day,
      },
    });
    for (const { holder, issue, direction, quote } of found) {
      const attribution = [
        { role: "PUBLISHER", anonymous: { descriptor: "the agency" }, mode: "NARRATION" },
        { role: "HOLDER", actor: `actor:a${holder}`, authority: "OWN" },
      ];
      const stance = {
        holder: `actor:a${holder}`,
        issue: `issue:i${issue}`,
        direction,
        quote,
        document: `d${document}`,
      };
      yield line({ stance: { ...stance, confidence: 0.8, attribution } });
    }
  }
}
