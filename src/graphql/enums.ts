import { actorKinds, nameTypes, relationKinds } from "../domain/actor.ts";
import { attributionRoles, authorities, modes, recordTerms } from "../domain/attribution.ts";
import { coderKinds } from "../domain/coder.ts";
import { eventKinds } from "../domain/event.ts";
import { ruleNames } from "../domain/position.ts";
import { reasonCodes, spanRoles } from "../domain/proposal.ts";
import { acts, certainties, codingLevels, conditionKinds, directions, statuses } from "../domain/stance.ts";
import { searchTypes } from "../store/search-hit.ts";
import { builder } from "./builder.ts";

/** The enums so far, by their values, so that filters and inputs find the type of a closed list. */
const byValues = new Map<string, EnumRef>();

type EnumRef = ReturnType<typeof enumOf>;

/** The enum type of a closed list. */
export function enumFor(values: readonly string[]): EnumRef {
  const ref = byValues.get(values.join());
  if (ref === undefined)
    throw new Error(`No enum has the values ${values.join(", ")} yet; define it with enumOf.`);
  return ref;
}

/** An enum whose values each say what they mean. */
export function enumOf<V extends string>(
  name: string,
  description: string,
  values: readonly V[],
  meanings: Readonly<Record<V, string>>,
) {
  const ref = builder.enumType(name, {
    description,
    values: Object.fromEntries(values.map((value) => [value, { value, description: meanings[value] }])) as {
      readonly [value in V]: { readonly value: V; readonly description: string };
    },
  });
  byValues.set(values.join(), ref as unknown as EnumRef);
  return ref;
}

export const ActorKindEnum = enumOf("ActorKind", "What kind of actor it is.", actorKinds, {
  STATE: "A country.",
  GOVERNMENT: "A government, as distinct from its country.",
  AGENCY: "A part of a government: a ministry, an army.",
  PARTY: "A political party.",
  COALITION: "Actors acting together: an alliance of parties or of armies.",
  ARMED_GROUP: "An armed group that is no state's army.",
  ORGANIZATION: "Any other organisation.",
  MEDIA: "An outlet that reports.",
  GROUP: "People without an organisation of their own: a faction, a population group, officials.",
  OFFICE: "An office, whoever holds it.",
  PERSON: "A person.",
});

export const NameTypeEnum = enumOf("NameType", "What kind of name it is.", nameTypes, {
  OFFICIAL: "What it calls itself in law.",
  ALIAS: "Another name.",
  ACRONYM: "Initials, as in IS.",
  METONYM: "A place or thing that stands for it, as Washington for the U.S. government.",
  DEMONYM: "An adjective or a people's name, as in Iraqi.",
});

export const RelationKindEnum = enumOf(
  "RelationKind",
  "How two actors are tied, read from subject to object.",
  relationKinds,
  {
    MEMBER_OF: "The subject is a member of the object.",
    PART_OF: "The subject is a part of the object.",
    REPRESENTS: "The subject speaks for the object.",
    LEADS: "The subject leads the object.",
    HOLDS_OFFICE: "The subject holds the object, an office.",
    BACKS: "The subject supports the object.",
    OPPOSES: "The subject is against the object.",
    ALLIED_WITH: "The two are allies; it reads both ways.",
    CONTROLS: "The subject controls the object.",
    SUCCEEDS: "The subject came after the object.",
  },
);

export const AttributionRoleEnum = enumOf(
  "AttributionRole",
  "A link's place in the chain from publisher to holder.",
  attributionRoles,
  {
    PUBLISHER: "Who published the document.",
    RELAY: "Who passed the words on.",
    SPEAKER: "Who said them.",
    HOLDER: "Whose stance it is.",
  },
);

export const ModeEnum = enumOf("Mode", "How the words were rendered.", modes, {
  DIRECT_QUOTE: "Word for word, in quotation marks.",
  MIXED: "Partly word for word.",
  INDIRECT: "As reported speech.",
  PARAPHRASE: "In the reporter's words.",
  NARRATION: "As the reporter's own account.",
});

export const RecordTermsEnum = enumOf("RecordTerms", "On what terms a source spoke.", recordTerms, {
  ON_RECORD: "By name.",
  BACKGROUND: "Without name, with its position.",
  ANONYMOUS: "On condition of not being named.",
});

export const AuthorityEnum = enumOf(
  "Authority",
  "By what right a link speaks for the holder, strongest first.",
  authorities,
  {
    OWN: "The holder itself.",
    SPOKESPERSON: "Whose job it is to speak for the holder.",
    REPRESENTATIVE: "Who represents the holder.",
    UNAUTHORISED: "One of the holder's own, without leave to speak for it.",
    THIRD_PARTY: "Somebody else.",
  },
);

export const CoderKindEnum = enumOf("CoderKind", "Who or what codes.", coderKinds, {
  PERSON: "A person.",
  EXTRACTOR: "A program.",
});

export const EventKindEnum = enumOf("EventKind", "What kind of event it is.", eventKinds, {
  NEGOTIATION: "Talks.",
  AGREEMENT: "Something agreed on.",
  DECISION: "Something decided by one side.",
  STATEMENT: "Something said.",
  VOTE: "A vote.",
  ELECTION: "An election.",
  PROTEST: "A protest.",
  CONFLICT: "Fighting, or a series of attacks.",
  CEASEFIRE: "Fighting that stopped.",
  DEPLOYMENT: "Forces sent, moved or withdrawn.",
  FORMATION: "Something founded.",
  CHANGE_OF_POWER: "A government that came or fell.",
  OTHER: "Anything else.",
});

export const DirectionEnum = enumOf(
  "Direction",
  "For or against the proposition, or neither. No stance is no data, not neutrality.",
  directions,
  {
    SUPPORTS: "For the proposition.",
    OPPOSES: "Against the proposition.",
    AMBIVALENT: "For and against at once.",
    NEUTRAL: "Said to take no side.",
    UNDECIDED: "Has not made up its mind.",
    DECLINED_TO_COMMENT: "Was asked and did not answer.",
  },
);

export const ConditionKindEnum = enumOf(
  "ConditionKind",
  "How a stance depends on something.",
  conditionKinds,
  {
    IF: "Only if it is so.",
    UNLESS: "Only if it is not so.",
    ONLY_AFTER: "Only once it has happened.",
    UNTIL: "Only as long as it has not happened.",
    REQUIRES: "Only together with it.",
  },
);

export const ActEnum = enumOf(
  "Act",
  "What was done to show the stance, so that talk and deed can be told apart.",
  acts,
  {
    DECLARED: "Said.",
    DEMANDED: "Asked of somebody.",
    OFFERED: "Offered to somebody.",
    THREATENED: "Threatened.",
    VOTED: "Voted.",
    SIGNED: "Signed.",
    ACTED: "Done.",
    REPORTED_VIEW: "Reported as the holder's view, without an act of its own.",
  },
);

export const CertaintyEnum = enumOf("Certainty", "How sure something is.", certainties, {
  CERTAIN: "Said without reserve.",
  LIKELY: "Said to be likely.",
  POSSIBLE: "Said to be possible.",
});

export const CodingLevelEnum = enumOf(
  "CodingLevel",
  "How far the coder went beyond the words.",
  codingLevels,
  {
    TEXTUAL: "The words say so.",
    INTERPRETIVE: "The words mean so in their context.",
    INFERENTIAL: "It follows from the words with knowledge from elsewhere.",
  },
);

export const StatusEnum = enumOf(
  "Status",
  "Where a stance is in its review. Only ACCEPTED ones count in positions.",
  statuses,
  {
    PROPOSED: "Awaits review.",
    ACCEPTED: "Counts.",
    REJECTED: "Was refused in review.",
    RETRACTED: "Was taken back.",
    SUPERSEDED: "Was replaced by a revision.",
  },
);

export const RuleNameEnum = enumOf("RuleName", "How stances make a position.", ruleNames, {
  LATEST: "The most recent stance decides; on one day, the one with the best authority.",
  MODAL: "The most frequent direction within the window.",
  WEIGHTED: "The direction that weighs most when weights halve with age.",
  ALL: "Every stance counts alike; holding both sides is ambivalence.",
});

export const SearchTypeEnum = enumOf("SearchType", "What is searched.", searchTypes, {
  ACTOR: "Actors, by any of their names.",
  ISSUE: "Issues, by label, proposition and poles.",
  DOCUMENT: "Documents, by title and text.",
  EVIDENCE: "Quotes.",
});

export const SpanRoleEnum = enumOf("SpanRole", "What words do in a proposal.", spanRoles, {
  CUE: "They show the stance, as demanded does.",
  NEGATION: "They deny it, as not does.",
  HEDGE: "They weaken it, as may does.",
  CONDITION: "They make it depend on something.",
  ATTRIBUTION: "They say who voices it.",
});

export const ReasonCodeEnum = enumOf("ReasonCode", "Why a stance was turned down.", reasonCodes, {
  NO_STANCE: "The words show no stance.",
  WRONG_HOLDER: "Another holds it.",
  WRONG_ISSUE: "It is on something else.",
  WRONG_DIRECTION: "It takes another side, or none.",
  WRONG_QUOTE: "Other words would show it.",
  WRONG_ATTRIBUTION: "It reached us by another chain.",
  DUPLICATE: "It is there already.",
  OVERRULED: "Where coders differed, another reading was chosen.",
  REEXTRACTED: "A newer run of its extractor no longer proposes it.",
  OTHER: "For another reason, told in words.",
});
