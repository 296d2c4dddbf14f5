/** Queries to begin with, as the tabs of GraphiQL. */
export const exampleQueries: readonly { readonly name: string; readonly query: string }[] = [
  {
    name: "Positions",
    query: `# Who holds which position on withdrawal, since when, according to whom, in which words?
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
];
