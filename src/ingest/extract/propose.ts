import type { Author } from "../../domain/coder.ts";
import type { Instant } from "../../domain/edtf.ts";
import { StanceGraphError } from "../../domain/error.ts";
import type { StanceId } from "../../domain/id.ts";
import type { Stance } from "../../domain/stance.ts";
import type { Store } from "../../store/open.ts";
import { Desk } from "../desk.ts";
import { parsedItem, recordItem } from "../record.ts";
import type { Extraction, ExtractionTask, Extractor, Refused } from "./extractor.ts";

/** What became of a stance that was found: it awaits review, it did already, or somebody has decided on it before. */
export type ProposalOutcome = "PROPOSED" | "PRESENT" | "REVIEWED";

export interface Proposed {
  readonly proposals: readonly RecordedProposal[];
  /** What the extractor proposed before and no longer does, and nobody has decided on. */
  readonly withdrawn: readonly StanceId[];
  readonly refused: readonly Refused[];
}

export interface RecordedProposal {
  readonly stance: Stance;
  readonly outcome: ProposalOutcome;
  /** The document's words that it rests on. */
  readonly quotes: readonly string[];
}

export interface ProposeOptions {
  readonly author: Author;
  readonly dryRun: boolean;
}

const noLonger = "A newer run of the extractor no longer proposes it.";

/**
 * Records what an extractor found in a document, as one change. It takes the place of what it proposed there before, where
 * nobody has decided on that; decisions stand.
 */
export function propose(
  store: Store,
  { coder }: Pick<Extractor, "coder">,
  task: Pick<ExtractionTask, "document" | "codebook">,
  extraction: Extraction,
  { author, dryRun }: ProposeOptions,
): Proposed {
  const { document, codebook } = task;
  return store.change({ author, action: "stance.extract", subject: document.id, dryRun }, (at) => {
    store.coders.add(coder);
    const before = store.proposals.openIn(document.id, coder.id);
    const desk = new Desk(store, {
      at,
      reviewer: author.who,
      status: "PROPOSED",
      keepsReviewed: true,
      readText: () => "",
    });
    const proposals: RecordedProposal[] = [];
    const refused = [...extraction.refused];
    for (const stance of extraction.stances) {
      try {
        proposals.push(
          store.attempt(() => recorded(desk, { ...stance, coder: coder.id, status: "PROPOSED" }, at)),
        );
      } catch (error) {
        if (!(error instanceof StanceGraphError)) throw error;
        refused.push({ message: error.message, value: stance });
      }
    }
    const still = new Set(proposals.map(({ stance }) => stance.id));
    const withdrawn = before.filter(
      (id) => !still.has(id) && store.stances.require(id).status === "PROPOSED",
    );
    for (const id of withdrawn)
      store.stances.setStatus(id, "SUPERSEDED", at, {
        reviewer: author.who,
        reason: noLonger,
        code: "REEXTRACTED",
      });
    store.proposals.noteReading(
      document.id,
      coder.id,
      { version: coder.version, codebook: codebook.version },
      at,
    );
    return { proposals, withdrawn, refused };
  });
}

function recorded(desk: Desk, item: unknown, at: Instant): RecordedProposal {
  const { stances, documents } = desk.store;
  const { id, outcome } = recordItem(desk, parsedItem("stance", item)) as { id: StanceId; outcome: string };
  const told = (outcome: ProposalOutcome): RecordedProposal => {
    const stance = stances.require(id);
    return {
      stance,
      outcome,
      quotes: stance.evidence.flatMap((each) => documents.evidence(each)?.quote ?? []),
    };
  };
  if (outcome !== "PRESENT") return told("PROPOSED");
  const isWithdrawn =
    stances.require(id).status === "SUPERSEDED" && stances.reviewsOf(id).at(-1)?.code === "REEXTRACTED";
  if (isWithdrawn) {
    const { reviewer } = desk.options;
    stances.setStatus(id, "PROPOSED", at, { reviewer, reason: "The extractor proposes it again." });
    return told("PROPOSED");
  }
  return told(stances.require(id).status === "PROPOSED" ? "PRESENT" : "REVIEWED");
}
