import { h, type ComponentChildren as Markup } from "preact";

/** A thing to download, in each of its formats. */
export interface Download {
  readonly name: string;
  readonly summary: string;
  readonly files: readonly { readonly href: string; readonly label: string }[];
}

/** How to take the data elsewhere: files, and the API. */
export function access(options: {
  readonly origin: string;
  readonly downloads: readonly Download[];
  /** An issue to ask about in the example. */
  readonly issue: string | null;
}): Markup {
  const { origin, downloads, issue } = options;
  return h("section", { class: "screen" }, [
    h("h2", { id: "downloads" }, "Downloads"),
    h("dl", { class: "downloads" }, downloads.flatMap(downloadLines)),
    h("h2", { id: "api" }, "API"),
    h("p", null, "One GraphQL endpoint answers for everything:"),
    h("pre", null, h("code", null, curlExample(origin, issue))),
    h("p", null, [
      "Try queries in ",
      h("a", { href: "/graphql" }, "GraphiQL"),
      ", which explains every type and field.",
    ]),
  ]);
}

function downloadLines({ name, summary, files }: Download): readonly Markup[] {
  return [
    h("dt", null, name),
    h("dd", null, [
      ...files.map(({ href, label }) => h("a", { href, download: true }, label)),
      h("span", { class: "small soft" }, summary),
    ]),
  ];
}

function curlExample(origin: string, issue: string | null): string {
  const where = issue === null ? "" : `(where: {issue: {eq: \\"${issue}\\"}})`;
  return `curl ${origin}/graphql -H 'Content-Type: application/json' \\
  -d '{"query": "{ positions${where} { nodes { actor { name } direction since } } }"}'`;
}
