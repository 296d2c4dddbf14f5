import { h, type ComponentChildren as Markup } from "preact";
import { highlighted } from "../components/highlighted.ts";
import { mark } from "../components/mark.ts";
import {
  anchorOf,
  conditionLines,
  type StanceShown,
  stanceCard,
  stanceFields,
} from "../components/stance.ts";
import { empty, heading, section } from "../components/states.ts";
import { hrefTo, type Place, pathOf } from "../place.ts";
import type { View } from "../view.ts";
import { counted, dateWords, plainWords } from "../words.ts";
import { codingPlace } from "./document-code.ts";

interface Link {
  readonly role: string;
  readonly cue: string | null;
  readonly mode: string | null;
  readonly authority: string | null;
  readonly onRecord: string | null;
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly anonymous: {
    readonly descriptor: string;
    readonly affiliation: { readonly name: string } | null;
  } | null;
}

interface Coded extends Omit<StanceShown, "attribution"> {
  readonly attribution: readonly Link[];
  readonly status: string;
  readonly act: string;
  readonly coder: { readonly name: string };
  readonly confidence: number | null;
}

interface Evidence {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly stances: readonly Coded[];
}

interface Document {
  readonly id: string;
  readonly title: string;
  readonly text: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly licence: string | null;
  readonly publishedOn: { readonly edtf: string } | null;
  readonly sha256: string | null;
  readonly evidence: readonly Evidence[];
  readonly stances: { readonly totalCount: number; readonly nodes: readonly StanceShown[] };
}

interface Data {
  readonly document: Document | null;
}

/** A document: its text with every quote in its place, and beside it who says what by it. */
export const document: View<Data> = {
  document: `
    query Document($by: DocumentBy!) {
      document(by: $by) {
        id title text publisher author url licence publishedOn { edtf } sha256
        evidence {
          id start end quote
          stances { ...StanceShown status act coder { name } confidence attribution { mode authority onRecord actor { id } } }
        }
        stances(first: 50) { totalCount nodes { ...StanceShown } }
      }
    }
    ${stanceFields}
  `,
  variables: (place) => ({ by: { id: `document:${place.params.id}` } }),
  title: (data) => data.document?.title ?? "Document",
  summary: (data) => [data.document?.publisher, data.document?.title].filter(Boolean).join(": "),
  isFound: (data) => data.document !== null,
  body: ({ data, place }) => {
    const found = data.document as Document;
    return h("div", { class: "wide-stack" }, [
      heading(found.publisher ?? "Document", found.title),
      facts(found),
      found.text === null ? withoutText(place, found) : reader(place, found, found.text),
    ]);
  },
};

function facts(found: Document): Markup {
  const { author, publishedOn, url, licence, sha256 } = found;
  const day = publishedOn === null ? "no date told" : dateWords(publishedOn.edtf);
  const fact = (name: string, value: Markup) => [h("dt", null, name), h("dd", null, value)];
  return h("dl", { class: "facts" }, [
    author !== null && fact("By", author),
    fact("Published", day),
    url !== null && fact("At", /^https?:/i.test(url) ? h("a", { href: url, rel: "noreferrer" }, url) : url),
    licence !== null && fact("Licence", licence),
    sha256 !== null && fact("SHA-256", h("code", null, sha256)),
    fact("Cite as", citationOf(found)),
  ]);
}

/** As a footnote has it. */
function citationOf({ author, title, publisher, publishedOn, url }: Document): string {
  return [author, `“${title}”`, publisher, publishedOn && dateWords(publishedOn.edtf), url]
    .filter(Boolean)
    .join(", ");
}

function reader(place: Place, found: Document, text: string): Markup {
  const { evidence } = found;
  const spans = evidence.map(({ id, start, end, stances }) => ({
    id: anchorOf(id),
    start,
    end,
    kind: stances.length === 0 ? "aside" : (stances[0] as Coded).direction,
  }));
  const [coded, others] = [true, false].map((isCoded) =>
    evidence.filter(({ stances }) => stances.length > 0 === isCoded),
  ) as [Evidence[], Evidence[]];
  const card = (list: readonly Evidence[]) => (each: Evidence, index: number) =>
    quoteCard(place, found, each, { previous: list[index - 1], next: list[index + 1] });
  return h("div", { class: "reader" }, [
    h("div", null, h("p", { class: "text", "data-text": true }, highlighted(text, spans))),
    h("div", { class: "coding-side" }, [
      codingPlace(found.id),
      h("aside", { class: "stack", "aria-label": "Quotes" }, [
        coded.length === 0 && empty("No stance was found in this document."),
        ...coded.map(card(coded)),
        others.length > 0 &&
          h("details", { class: "stack" }, [
            h("summary", null, `${counted(others.length, "quote")} for ties and events`),
            ...others.map(card(others)),
          ]),
      ]),
    ]),
  ]);
}

interface Neighbours {
  readonly previous: Evidence | undefined;
  readonly next: Evidence | undefined;
}

function quoteCard(
  place: Place,
  found: Document,
  { id, quote, stances }: Evidence,
  { previous, next }: Neighbours,
): Markup {
  const to = (label: string, other: Evidence | undefined) =>
    other !== undefined && h("a", { href: `#${anchorOf(other.id)}` }, label);
  return h("article", { class: "card", id: `card-${anchorOf(id)}` }, [
    h("blockquote", null, `“${quote}”`),
    ...stances.map((stance) => coded(place, stance)),
    stances.length === 0 && h("p", { class: "small soft" }, "Quoted for a tie or an event."),
    h("p", { class: "row small" }, [
      h("a", { href: `#${anchorOf(id)}` }, "in the text"),
      to("← previous", previous),
      to("next →", next),
      h(
        "a",
        { href: `${place.path}#${anchorOf(id)}`, "data-copy": `“${quote}” ${citationOf(found)}` },
        "copy as citation",
      ),
    ]),
  ]);
}

function coded(
  place: Place,
  { holder, issue, direction, intensity, conditions, attribution, status, act, coder, confidence }: Coded,
): Markup {
  return h("div", { class: "tight" }, [
    h("p", null, [
      h("a", { href: hrefTo(place, pathOf(holder.id)) }, holder.name),
      " ",
      mark(direction, intensity, conditions.length > 0),
      ": ",
      h("a", { href: hrefTo(place, pathOf(issue.id)) }, issue.label),
    ]),
    ...conditionLines(conditions),
    h(
      "ol",
      { class: "chain", "aria-label": "How it came to us" },
      attribution.map((link) => h("li", null, linkOf(place, link))),
    ),
    h(
      "p",
      { class: "small soft" },
      `${plainWords(act)}; coded by ${coder.name}${confidence === null ? "" : ` (confidence ${confidence})`}; ${plainWords(status)}`,
    ),
  ]);
}

function linkOf(place: Place, { role, cue, mode, authority, onRecord, actor, anonymous }: Link): Markup {
  const name =
    actor === null
      ? `${anonymous?.descriptor ?? "an unnamed source"}${anonymous?.affiliation ? ` (${anonymous.affiliation.name})` : ""}`
      : h("a", { href: hrefTo(place, pathOf(actor.id)) }, actor.name);
  const how = [mode, authority, onRecord].filter((word) => word !== null).map(plainWords);
  return h(
    "span",
    { title: [plainWords(role), ...how, cue && `“${cue}”`].filter(Boolean).join(", ") },
    name,
    h("span", { class: "soft" }, ` ${plainWords(role)}`),
  );
}

function withoutText(place: Place, { stances }: Document): Markup {
  return h("div", { class: "stack" }, [
    empty("The text of this document is not in the graph.", "What was found in it is listed here."),
    section(
      "stances",
      "Stances found in it",
      h(
        "div",
        { class: "cards two" },
        stances.nodes.map((stance) => stanceCard(place, stance)),
      ),
    ),
    stances.totalCount > stances.nodes.length &&
      h("p", { class: "soft" }, `${stances.totalCount - stances.nodes.length} more are in the API.`),
  ]);
}
