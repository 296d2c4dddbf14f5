import { h, type ComponentChildren as Markup } from "preact";
import { queryOf } from "../components/figure.ts";
import { heading, section } from "../components/states.ts";
import type { Download, View } from "../view.ts";

interface Field {
  readonly name: string;
  readonly description: string | null;
}

interface Type {
  readonly name: string;
  readonly description: string | null;
  readonly fields: readonly Field[] | null;
}

interface Data {
  readonly stance: Type;
  readonly position: Type;
  readonly actor: Type;
  readonly issue: Type;
  readonly document: Type;
  readonly evidence: Type;
}

const types = ["position", "stance", "actor", "issue", "document", "evidence"] as const;

/** What can be downloaded and asked, and what each thing means. */
export const data: View<Data> = {
  document: `
    query Data {
      ${types.map((name) => `${name}: __type(name: "${(name[0] ?? "").toUpperCase()}${name.slice(1)}") { name description fields { name description } }`).join("\n")}
    }
  `,
  variables: () => ({}),
  title: () => "Data",
  summary: () => "Downloads, the API, and what each field means.",
  body: ({ data: found, site }) =>
    h("div", { class: "wide-stack" }, [
      heading(
        "Data",
        "Take it with you",
        "Everything that these pages show comes from one API, and can be had as files.",
      ),
      section("downloads", "Downloads", list(site.downloads)),
      section(
        "api",
        "API",
        h(
          "p",
          null,
          "One GraphQL endpoint answers for everything; try it in ",
          h("a", { href: "/graphql" }, "GraphiQL"),
          ", which explains each field.",
        ),
        queryOf({
          document:
            "{ positions(first: 5) { nodes { actor { name } issue { label } direction since explanation } } }",
          variables: {},
          command: "stancegraph positions",
        }),
      ),
      section("dictionary", "What each thing means", ...types.map((name) => dictionary(found[name]))),
    ]),
};

function list(downloads: readonly Download[]): Markup {
  return h(
    "dl",
    { class: "facts" },
    downloads.flatMap(({ name, summary, extensions }) => [
      h("dt", null, name),
      h("dd", null, [
        ...extensions.flatMap((extension) => [
          h("a", { href: `/export/${name}.${extension}`, download: true }, extension),
          " ",
        ]),
        summary,
      ]),
    ]),
  );
}

function dictionary({ name, description, fields }: Type): Markup {
  return h("details", { id: name.toLowerCase() }, [
    h("summary", null, name),
    h("p", null, description),
    h(
      "dl",
      { class: "facts" },
      (fields ?? []).flatMap((field) => [
        h("dt", null, h("code", null, field.name)),
        h("dd", null, field.description),
      ]),
    ),
  ]);
}
