import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { StanceGraphError } from "../../domain/error.ts";

/** So deep do pages nest; what is deeper would exhaust the stack of whoever walks through it. */
const maxDepth = 500;
/** So many elements are left open in careless pages, and are parsed in no time. */
const maxWritten = 5_000;
const unclosed = new Set(
  "area base body br col dd dt embed head hr html img input li link meta option p param source tbody td tfoot th thead tr track wbr".split(
    " ",
  ),
);
const blocks = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TR UL".split(
    " ",
  ),
);

export type Page = ReturnType<typeof parseHTML>["document"];

/** A page, parsed. Nothing of it is run or fetched. */
export function pageOf(html: string): Page {
  if (/^[^<]*(?:<\?[^>]*>\s*)?<!DOCTYPE[^>[]*\[/i.test(html))
    throw new StanceGraphError(
      "invalid",
      "Its document type declares entities of its own, which pages need not; it is not read.",
    );
  const written = writtenDepthOf(html);
  if (written > maxWritten) throw tooDeep(written);
  const page = parseHTML(html).document;
  const depth = depthOf(page as unknown as Node);
  if (depth > maxDepth) throw tooDeep(depth);
  return page;
}

/** How many elements are open at once as the text has it, without those that need not be closed: told before it is parsed. */
function writtenDepthOf(html: string): number {
  const open = new Map<string, number>();
  let [depth, deepest] = [0, 0];
  for (const [, slash, tag = ""] of html.matchAll(/<(\/?)([a-z][^\s/>]*)/gi)) {
    const name = tag.toLowerCase();
    const count = open.get(name) ?? 0;
    if (unclosed.has(name) || (slash === "/" && count === 0)) continue;
    const step = slash === "/" ? -1 : 1;
    open.set(name, count + step);
    depth += step;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** How deep the nodes within one lie. */
function depthOf(top: Node): number {
  const waiting = [{ node: top, depth: 0 }];
  let deepest = 0;
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    const { node, depth } = each;
    deepest = Math.max(deepest, depth);
    for (const child of node.childNodes as Iterable<Node>) waiting.push({ node: child, depth: depth + 1 });
  }
  return deepest;
}

function tooDeep(depth: number): StanceGraphError {
  return new StanceGraphError(
    "invalid",
    `Its elements lie ${depth} deep, more than any page's; it is not read.`,
  );
}

/** The article in a page: what a reader would read of it. Null where there is none. */
export function articleIn(page: Page) {
  // It changes what it is given.
  return new Readability(page.cloneNode(true) as never).parse();
}

/** The words of some HTML, a paragraph a block. */
export function wordsOf(html: string): string {
  const document = pageOf(`<!doctype html><html><head></head><body>${html}</body></html>`);
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
