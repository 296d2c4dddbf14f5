/** Queries to begin with, as the tabs of GraphiQL. They name what is in the seed; elsewhere, put in other names. */
export const exampleQueries: readonly { readonly name: string; readonly query: string }[] = [
  {
    name: "Positions",
    query: `# Who holds which position on withdrawal, since when, according to whom, in which exact words?
query Positions {
  positions(where: { issue: { eq: "issue:us-withdrawal" } }) {
    nodes {
      actor { name }
      direction
      intensity
      conditions { kind text }
      since
      explanation
      stances {
        nodes {
          evidence { quote start end document { title } }
          attribution { role actor { name } anonymous { descriptor } cue mode }
        }
      }
    }
  }
}
`,
  },
  {
    name: "Actor",
    query: `# All that one actor holds, and whom it is tied to. Names resolve through aliases: "Washington" works.
query Actor {
  actor(by: { name: "Washington" }) {
    name
    kind
    names { name type }
    relations { subject { name } kind object { name } }
    positions { nodes { issue { label } direction since explanation } }
  }
}
`,
  },
  {
    name: "Matrix",
    query: `# Every actor on every issue as flat rows, for a data frame or a dashboard.
query Matrix {
  positionMatrix {
    actorName
    issueLabel
    direction
    intensity
    score
    since
  }
}
`,
  },
  {
    name: "Compare",
    query: `# Where do these two agree, and since when do they not?
query Compare {
  compare(actors: [{ name: "U.S. government" }, { name: "Iraqi government" }, { name: "Haider al-Abadi" }]) {
    issues { issue { label } positions { actor { name } direction } }
    pairs { one { name } other { name } agreement sharedIssues }
  }
}
`,
  },
  {
    name: "Search",
    query: `# Full text search over quotes, texts, names and issues.
query Search {
  search(query: "withdrawal") {
    nodes {
      type
      snippet
      highlights { start end }
      node { id }
    }
  }
}
`,
  },
  {
    name: "Record",
    query: `# Writing needs a key: make one with "stancegraph keys create", and put {"Authorization": "Bearer …"} under Headers.
# A dry run tells what would happen, and changes nothing.
mutation Record {
  recordStance(
    input: {
      dryRun: true
      holder: "Kurdish parties"
      issue: "issue:us-withdrawal"
      direction: OPPOSES
      document: "document:6d066288d130"
      quote: [{ exact: "express concerns about the potential consequences of their departure" }]
    }
  ) {
    __typename
    ... on StancePayload { stance { id direction } }
    ... on UserError { code message path }
  }
}
`,
  },
  {
    name: "Changes",
    query: `# Tells of each change as it comes, over server-sent events. End it with the stop button.
subscription Changes {
  datasetChanged {
    revision
    changedAt
    counts { stances }
  }
}
`,
  },
];
