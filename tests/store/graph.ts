import { documentId } from "../../src/domain/document.ts";
import { parseEdtf } from "../../src/domain/edtf.ts";
import type { ActorId, DocumentId, IssueId, StanceId } from "../../src/domain/id.ts";
import { sha256 } from "../../src/domain/id.ts";
import { defaultIntensity, type StanceContent, type Status, stanceId } from "../../src/domain/stance.ts";
import { openStore, type Store } from "../../src/store/open.ts";

/** A small world: a few actors and an issue, and four documents of which two print the same report. */
export interface World {
  readonly store: Store;
  /** Sets the clock: what is done next is done then. */
  readonly at: (instant: string) => World;
  /** Records a stance, once, by Iraq on withdrawal as in the wire's report unless it says otherwise. */
  readonly record: (given: Telling) => StanceId;
  readonly decide: (id: StanceId, status: Status) => void;
}

export interface Telling
  extends Partial<Omit<StanceContent, "statedOn" | "validFrom" | "validUntil" | "document">> {
  readonly document?: DocumentName;
  readonly statedOn?: string | null;
  readonly validFrom?: string | null;
  readonly validUntil?: string | null;
  readonly status?: "PROPOSED" | "ACCEPTED";
}

export const iraq: ActorId = "actor:iraq";
export const actors: readonly ActorId[] = [iraq, "actor:us", "actor:moderates", "actor:abadi", "actor:zaidi"];
export const issue: IssueId = "issue:us-withdrawal";

/** The reprint says what the wire says: both are of one independence group. The letter is undated. */
const documents = {
  wire: { title: "Wire", group: "wire", publishedOn: "2024-09-06" },
  reprint: { title: "Reprint", group: "wire", publishedOn: "2024-09-07" },
  speech: { title: "Speech", group: "speech", publishedOn: "2024-03-01" },
  letter: { title: "Letter", group: "letter", publishedOn: null },
} as const;
export type DocumentName = keyof typeof documents;
export const documentNames = Object.keys(documents) as readonly DocumentName[];

const quote = "U.S. forces should leave Iraq";

export function world(begin = "2025-01-01T00:00:00.000Z"): World {
  let now = begin;
  const store = openStore({ path: ":memory:", clock: () => new Date(now) });
  const change = <T>(action: string, work: (at: string) => T): T =>
    store.change({ author: { who: "tester", why: null }, action }, work);
  change("world", (at) => populate(store, at));
  return {
    store,
    at(instant) {
      now = instant;
      return this;
    },
    record: ({ status = "ACCEPTED", ...telling }) =>
      change("stance.record", (at) => {
        const content = contentOf(telling);
        const id = stanceId(content);
        const { group, publishedOn } = documents[telling.document ?? "wire"];
        const document = { independenceGroup: group, publishedOn: dateOf(publishedOn) };
        if (store.stances.get(id) === null) store.stances.add(id, content, { status, at, document });
        return id;
      }),
    decide: (id, status) =>
      change("stance.decide", (at) =>
        store.stances.setStatus(id, status, at, { reviewer: "tester", reason: null }),
      ),
  };
}

function populate(store: Store, recordedAt: string): void {
  for (const id of actors) store.actors.add({ id, name: id, kind: "GROUP", description: null, recordedAt });
  store.coders.add({ id: "coder:ada", name: "Ada", kind: "PERSON", version: null });
  store.issues.add({
    id: issue,
    label: "Withdrawal",
    proposition: quote,
    pro: "Wants them to leave.",
    contra: "Wants them to stay.",
    parent: null,
    facets: [],
    examples: [],
    anchors: [],
    recordedAt,
  });
  for (const name of documentNames) addDocument(store, name, recordedAt);
}

function addDocument(store: Store, name: DocumentName, recordedAt: string): void {
  const { title, group, publishedOn } = documents[name];
  const text = textOf(name);
  const plain = { publisher: null, author: null, url: null, dateNote: null, licence: null, language: "en" };
  const dates = { publishedOn: dateOf(publishedOn), recordedAt };
  store.documents.add(
    { id: idOf(name), title, sha256: sha256(text), independenceGroup: group, ...plain, ...dates },
    text,
  );
  store.documents.addEvidence(idOf(name), text, { start: 0, end: quote.length });
}

function textOf(name: DocumentName): string {
  return `${quote}, says the ${documents[name].title}.`;
}

function idOf(name: DocumentName): DocumentId {
  return documentId({ text: textOf(name), publisher: null, url: null, title: documents[name].title });
}

function contentOf({ document = "wire", statedOn, validFrom, validUntil, ...given }: Telling): StanceContent {
  const direction = given.direction ?? "SUPPORTS";
  const id = idOf(document);
  return {
    holder: iraq,
    issue,
    direction,
    intensity: defaultIntensity(direction),
    conditions: [],
    attributes: {},
    facets: {},
    act: "DECLARED",
    holderCertainty: "CERTAIN",
    codingLevel: "TEXTUAL",
    confidence: null,
    addressee: null,
    document: id,
    evidence: [`evidence:${id.slice("document:".length)}.0.${quote.length}`],
    attribution: [],
    statedOn: dateOf(statedOn),
    validFrom: dateOf(validFrom),
    validUntil: dateOf(validUntil),
    coder: "coder:ada",
    externalId: null,
    note: null,
    ...given,
  };
}

function dateOf(text: string | null | undefined) {
  return text == null ? null : parseEdtf(text);
}
