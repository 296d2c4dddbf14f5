import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { StanceGraphError } from "../../domain/error.ts";

/** So deep do pages nest; what is deeper would exhaust the stack of whoever walks through it. */
const maxDepth = 500;
const blocks = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TR UL".split(
    " ",
  ),
);

export type Page = ReturnType<typeof parseHTML>["document"];

/** A page, parsed. Nothing of it is run or fetched. */
export function pageOf(html: string): Page {
  let [depth, deepest] = [0, 0];
  for (const [tag] of html.matchAll(
    /<\/?(?:div|span|p|section|ul|ol|li|table|tr|td|b|i|em|strong|font|a|blockquote)\b/gi,
  )) {
    depth = Math.max(0, depth + (tag[1] === "/" ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  if (deepest > maxDepth)
    throw new StanceGraphError(
      "invalid",
      `Its elements lie ${deepest} deep, more than any page's; it is not read.`,
    );
  return parseHTML(html).document;
}

/** The article in a page: what a reader would read of it. Null where there is none. */
export function articleIn(page: Page) {
  // It changes what it is given.
  return new Readability(page.cloneNode(true) as never).parse();
}

/** The words of some HTML, a paragraph a block. */
export function wordsOf(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`);
  const pieces: string[] = [];
  const walk = (node: Node, isPre: boolean): void => {
    if (node.nodeType === 3) {
      const text = node.nodeValue ?? "";
      pieces.push(isPre ? text : text.replaceAll(/\s+/g, " "));
      return;
    }
    const name = node.nodeName.toUpperCase();
    if (name === "SCRIPT" || name === "STYLE" || name === "TEMPLATE") return;
    if (name === "BR") pieces.push("\n");
    const isBlock = blocks.has(name);
    if (isBlock) pieces.push("\n\n");
    for (const child of node.childNodes as unknown as Iterable<Node>) walk(child, isPre || name === "PRE");
    if (isBlock) pieces.push("\n\n");
  };
  walk(document.body as unknown as Node, false);
  return pieces
    .join("")
    .replaceAll(/[ \t]+\n/g, "\n")
    .replaceAll(/\n[ \t]+/g, "\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/** What is needed of the document's nodes: the project knows no DOM elsewhere. */
interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: unknown;
}
