import { h, type ComponentChildren as Markup } from "preact";

export interface Figure {
  /** Names its files. */
  readonly name: string;
  readonly caption: string;
  /** The picture itself; a table needs none. */
  readonly picture: Markup;
  /** It is drawn by the browser in a way that no file is made of. */
  readonly isBrowsers?: boolean;
  /** The same as rows; columns by name. */
  readonly table: Rows;
  /** The query behind it, and its variables. */
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The same on the command line, where there is a verb for it. */
  readonly command?: string;
}

export type Rows = readonly Readonly<Record<string, string | number | null>>[];

/** A picture with its table, its downloads and its query. */
export function figure({ name, caption, picture, isBrowsers = false, table, ...asked }: Figure): Markup {
  return h("figure", { class: "figure", "data-figure": name }, [
    picture,
    h("figcaption", { class: "small soft" }, caption),
    h("details", null, [h("summary", null, `As a table (${table.length})`), tableOf(caption, table)]),
    h("p", { class: "takes" }, [
      h("span", { class: "soft" }, "Take it: "),
      h("a", { href: dataUrl("text/csv", csvOf(table)), download: `${name}.csv` }, "CSV"),
      h(
        "a",
        { href: dataUrl("application/json", JSON.stringify(table, null, 2)), download: `${name}.json` },
        "JSON",
      ),
      !isBrowsers && [
        h("button", { type: "button", class: "enlivened", hidden: true, "data-take": "svg" }, "SVG"),
        h("button", { type: "button", class: "enlivened", hidden: true, "data-take": "png" }, "PNG"),
      ],
    ]),
    queryOf(asked),
  ]);
}

function tableOf(caption: string, rows: Rows): Markup {
  const columns = Object.keys(rows[0] ?? {});
  return h("div", { class: "scroll", tabIndex: 0, role: "region", "aria-label": caption }, [
    h("table", { class: "small" }, [
      h("caption", { class: "hidden" }, caption),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          columns.map((column) => h("th", { scope: "col" }, column)),
        ),
      ),
      h(
        "tbody",
        null,
        rows.map((row) =>
          h(
            "tr",
            null,
            columns.map((column) =>
              h("td", { class: typeof row[column] === "number" ? "number" : undefined }, row[column] ?? ""),
            ),
          ),
        ),
      ),
    ]),
  ]);
}

/** The query of something shown, ready for whatever asks it. */
export function queryOf({
  document,
  variables,
  command,
}: Pick<Figure, "document" | "variables" | "command">): Markup {
  const body = JSON.stringify({ query: oneLine(document), variables });
  return h("details", null, [
    h("summary", null, "Its query"),
    ...[
      ["GraphQL", `${document.trim()}\n\n# variables\n${JSON.stringify(variables, null, 2)}`],
      [
        "curl",
        `curl -s "$STANCEGRAPH/graphql" -H 'content-type: application/json' -d '${body.replaceAll("'", `'\\''`)}'`,
      ],
      [
        "Python",
        `import requests\n\nanswer = requests.post(STANCEGRAPH + "/graphql", json={"query": """${oneLine(document)}""",\n  "variables": ${pythonOf(variables)}}).json()["data"]`,
      ],
      [
        "R",
        `library(httr2)\n\nanswer <- request(paste0(STANCEGRAPH, "/graphql")) |>\n  req_body_raw(r"---(${body})---", "application/json") |>\n  req_perform() |> resp_body_json()`,
      ],
      ...(command === undefined ? [] : [["Command line", command]]),
    ].flatMap(([name = "", text = ""]) => [
      h("h4", { class: "small soft" }, name),
      h("pre", { tabIndex: 0 }, h("code", null, text)),
    ]),
    h("p", { class: "small soft" }, "STANCEGRAPH is the address of this server."),
  ]);
}

function oneLine(document: string): string {
  return document.replaceAll(/\s+/g, " ").trim();
}

function pythonOf(value: unknown): string {
  return JSON.stringify(value, null, 1)
    .replaceAll(/\bnull\b/g, "None")
    .replaceAll(/\btrue\b/g, "True")
    .replaceAll(/\bfalse\b/g, "False");
}

/** A cell that begins like a formula is not run as one by a spreadsheet. */
function csvOf(rows: Rows): string {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (value: string | number | null | undefined) => {
    const text = value === null || value === undefined ? "" : String(value);
    const guarded = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
  };
  const lines = [columns.map(cell), ...rows.map((row) => columns.map((column) => cell(row[column])))];
  return `${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
}

function dataUrl(type: string, text: string): string {
  return `data:${type};charset=utf-8,${encodeURIComponent(text)}`;
}
