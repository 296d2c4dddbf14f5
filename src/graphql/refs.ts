import type { MembersView } from "../analysis/members.ts";
import type { Actor, ActorName, ExternalId, Relation } from "../domain/actor.ts";
import type { AnonymousSource, AttributionLink } from "../domain/attribution.ts";
import type { Coder } from "../domain/coder.ts";
import type { Document, Evidence, Passage } from "../domain/document.ts";
import type { Edtf } from "../domain/edtf.ts";
import type { Event, Participant } from "../domain/event.ts";
import type { Facet } from "../domain/facet.ts";
import type { Example, Issue } from "../domain/issue.ts";
import type { Contribution, PositionRule } from "../domain/position.ts";
import type { Proposal, ProposalSpan } from "../domain/proposal.ts";
import type { Condition, Stance } from "../domain/stance.ts";
import type { AuditEntry, Dataset } from "../store/dataset.ts";
import type { SearchHit } from "../store/search-hit.ts";
import type { Review } from "../store/stances.ts";
import { builder } from "./builder.ts";
import type { Answer } from "./questions.ts";

/**
 * The object types by name, so that the files that say what is in them need not import each other.
 * Each is implemented in the file of its concept in types/.
 */
export const NodeRef = builder.interfaceRef<{ readonly id: string }>("Node");
export const ActorRef = builder.objectRef<Actor>("Actor");
export const ActorNameRef = builder.objectRef<ActorName>("ActorName");
export const ExternalIdRef = builder.objectRef<ExternalId>("ExternalId");
export const RelationRef = builder.objectRef<Relation>("Relation");
export const IssueRef = builder.objectRef<Issue>("Issue");
export const FacetRef = builder.objectRef<Facet>("Facet");
export const DocumentRef = builder.objectRef<Document>("Document");
export const PassageRef = builder.objectRef<Passage>("Passage");
export const EvidenceRef = builder.objectRef<Evidence>("Evidence");
export const StanceRef = builder.objectRef<Stance>("Stance");
export const ConditionRef = builder.objectRef<Condition>("Condition");
export const FacetValueRef = builder.objectRef<readonly [name: string, value: string]>("FacetValue");
export const AttributionLinkRef = builder.objectRef<AttributionLink>("AttributionLink");
export const AnonymousSourceRef = builder.objectRef<AnonymousSource>("AnonymousSource");
export const ProposalRef = builder.objectRef<Proposal>("Proposal");
export const ProposalSpanRef = builder.objectRef<ProposalSpan>("ProposalSpan");
export const ExampleRef = builder.objectRef<Example>("IssueExample");
export const ReviewRef = builder.objectRef<Review>("Review");
export const EventRef = builder.objectRef<Event>("Event");
export const ParticipantRef = builder.objectRef<Participant>("Participant");
export const CoderRef = builder.objectRef<Coder>("Coder");
export const AuditEntryRef = builder.objectRef<AuditEntry>("AuditEntry");
export const DatasetRef = builder.objectRef<Dataset>("Dataset");
export const FuzzyDateRef = builder.objectRef<Edtf>("FuzzyDate");
export const PositionRef = builder.objectRef<Answer>("Position");
export const RuleUsedRef = builder.objectRef<PositionRule>("RuleUsed");
export const MembersViewRef = builder.objectRef<MembersView>("MembersView");
export const SearchHitRef = builder.objectRef<SearchHit>("SearchHit");

const words = (what: string) => ({ description: `A page of a list of ${what}.` });
const edge = (what: string) => ({ description: `One of a list of ${what}, with its place.` });

export const ActorConnection = builder.connectionObject(
  { name: "ActorConnection", type: ActorRef, ...words("actors") },
  { name: "ActorEdge", ...edge("actors") },
);
export const RelationConnection = builder.connectionObject(
  { name: "RelationConnection", type: RelationRef, ...words("ties") },
  { name: "RelationEdge", ...edge("ties") },
);
export const IssueConnection = builder.connectionObject(
  { name: "IssueConnection", type: IssueRef, ...words("issues") },
  { name: "IssueEdge", ...edge("issues") },
);
export const DocumentConnection = builder.connectionObject(
  { name: "DocumentConnection", type: DocumentRef, ...words("documents") },
  { name: "DocumentEdge", ...edge("documents") },
);
export const StanceConnection = builder.connectionObject(
  { name: "StanceConnection", type: StanceRef, ...words("stances") },
  { name: "StanceEdge", ...edge("stances") },
);
export const PositionConnection = builder.connectionObject(
  { name: "PositionConnection", type: PositionRef, ...words("positions") },
  { name: "PositionEdge", ...edge("positions") },
);
export const EventConnection = builder.connectionObject(
  { name: "EventConnection", type: EventRef, ...words("events") },
  { name: "EventEdge", ...edge("events") },
);
export const SearchConnection = builder.connectionObject(
  { name: "SearchConnection", type: SearchHitRef, ...words("search hits") },
  { name: "SearchEdge", ...edge("search hits") },
);

export const ContributionConnection = builder.connectionObject(
  { name: "ContributionConnection", type: StanceRef, ...words("stances that make a position") },
  builder.edgeObject({
    name: "ContributionEdge",
    type: StanceRef,
    description: "A stance in a position, with its weight.",
    fields: (t) => ({
      weight: t.float({
        description: "0 to 1; the weights of a position sum to 1. 0: considered, and outweighed by the rule.",
        resolve: (edge) => (edge as unknown as { readonly item: Contribution }).item.weight,
      }),
    }),
  }),
);
