const march = `Kurdish parties oppose a full withdrawal. "We need them here," said Masoud Hama, their spokesman. The militias demand an immediate withdrawal. The government declined to comment.`;
const may = `The government now supports a phased withdrawal, but only after a new security deal. The Peace Party wants the troops to leave. The Order Party is against it. According to a senior official, advisers should stay.`;

/** The texts of the two documents. */
export const texts = { march, may };

/** Who is who: two actors are called Mercury, the framework has two parties and says nothing itself. */
export const coding = {
  stancegraph: 1,
  dataset: { title: "A small world", licence: "CC0-1.0", citation: "Ada 2025" },
  coder: { name: "Ada" },
  documents: [
    {
      id: "march",
      title: "Talks go on",
      text: march,
      publisher: "Reuters",
      publishedOn: "2024-03-08",
      url: "https://example.org/march",
    },
    { id: "may", title: "A turn", text: may, publisher: "AP", publishedOn: "2024-05" },
  ],
  actors: [
    {
      name: "Government",
      kind: "GOVERNMENT",
      names: [{ name: "Baghdad", type: "METONYM" }],
      externalIds: { wikidata: "Q100" },
    },
    { name: "Kurdish parties", kind: "GROUP" },
    { name: "Militias", kind: "ARMED_GROUP" },
    { name: "Framework", kind: "COALITION" },
    { name: "Peace Party", kind: "PARTY" },
    { name: "Order Party", kind: "PARTY" },
    { name: "Masoud Hama", kind: "PERSON" },
    { name: "Reuters", kind: "MEDIA" },
    { id: "actor:mercury-1", name: "Mercury", kind: "ORGANIZATION" },
    { id: "actor:mercury-2", name: "Mercury", kind: "ORGANIZATION" },
  ],
  issues: [
    {
      id: "issue:withdrawal",
      label: "Withdrawal",
      proposition: "Foreign forces should leave.",
      pro: "Wants them to leave.",
      contra: "Wants them to stay.",
      facets: { pace: ["immediate", "phased"] },
    },
    {
      id: "issue:advisers",
      label: "Advisers",
      proposition: "Foreign advisers should leave.",
      pro: "Wants them to leave.",
      contra: "Wants them to stay.",
      parent: "issue:withdrawal",
    },
  ],
  relations: [
    { subject: "Peace Party", kind: "MEMBER_OF", object: "Framework", validFrom: "2020" },
    {
      subject: "Order Party",
      kind: "MEMBER_OF",
      object: "Framework",
      validFrom: "2020",
      document: "may",
      quote: "The Order Party is against it",
    },
    { subject: "Militias", kind: "MEMBER_OF", object: "Framework", validFrom: "2020", validUntil: "2023" },
    { subject: "Masoud Hama", kind: "REPRESENTS", object: "Kurdish parties" },
  ],
  events: [
    {
      label: "Talks",
      kind: "NEGOTIATION",
      happenedOn: "2024-03/2024-05",
      participants: [
        { actor: "Government", role: "party" },
        { actor: "Militias", role: "object" },
      ],
      document: "march",
      quote: "The militias demand an immediate withdrawal",
    },
    { label: "Founding", kind: "FORMATION", happenedOn: "2020" },
  ],
  stances: [
    {
      holder: "Kurdish parties",
      issue: "Withdrawal",
      direction: "OPPOSES",
      document: "march",
      quote: ["Kurdish parties oppose a full withdrawal", "We need them here"],
      attribution: [
        { role: "PUBLISHER", actor: "Reuters", mode: "NARRATION" },
        {
          role: "SPEAKER",
          actor: "Masoud Hama",
          cue: "said",
          mode: "DIRECT_QUOTE",
          onRecord: "ON_RECORD",
          authority: "SPOKESPERSON",
        },
      ],
    },
    {
      holder: "Militias",
      issue: "Withdrawal",
      direction: "SUPPORTS",
      intensity: 2,
      facets: { pace: "immediate" },
      act: "DEMANDED",
      addressee: "Government",
      document: "march",
      quote: "The militias demand an immediate withdrawal",
      confidence: 0.9,
    },
    {
      holder: "Government",
      issue: "Withdrawal",
      direction: "DECLINED_TO_COMMENT",
      document: "march",
      quote: "The government declined to comment",
    },
    {
      holder: "Government",
      issue: "Withdrawal",
      direction: "SUPPORTS",
      conditions: [{ kind: "ONLY_AFTER", text: "a new security deal" }],
      facets: { pace: "phased" },
      document: "may",
      quote: "The government now supports a phased withdrawal",
      note: "A turn.",
    },
    {
      holder: "Peace Party",
      issue: "Withdrawal",
      direction: "SUPPORTS",
      document: "may",
      quote: "The Peace Party wants the troops to leave",
    },
    {
      holder: "Order Party",
      issue: "Withdrawal",
      direction: "OPPOSES",
      document: "may",
      quote: "The Order Party is against it",
    },
    {
      holder: "Government",
      issue: "Advisers",
      direction: "OPPOSES",
      document: "may",
      quote: "advisers should stay",
      codingLevel: "INTERPRETIVE",
      attribution: [
        {
          role: "SPEAKER",
          anonymous: { descriptor: "a senior official", affiliation: "Government", rank: "senior" },
          cue: "According to",
          onRecord: "ANONYMOUS",
        },
      ],
    },
    {
      holder: "Peace Party",
      issue: "Advisers",
      direction: "SUPPORTS",
      document: "may",
      quote: "wants the troops to leave",
      status: "PROPOSED",
    },
  ],
};
