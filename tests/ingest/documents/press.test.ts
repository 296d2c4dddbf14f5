import { describe, expect, it } from "vitest";
import { docx } from "../../../src/ingest/documents/docx.ts";
import { factivaArticles } from "../../../src/ingest/documents/factiva.ts";
import { nexisArticles } from "../../../src/ingest/documents/nexis.ts";
import { text } from "../../../src/ingest/documents/text.ts";
import { factivaCoded, factivaShown } from "./factiva-samples.ts";
import { docxOf } from "./made.ts";
import { nexis, nexisUni } from "./nexis-samples.ts";

const told = (found: ReturnType<typeof nexisArticles>) =>
  found?.map(({ title, publisher, author, publishedOn, language }) => [
    title,
    publisher,
    author,
    publishedOn,
    language,
  ]);

describe("an export of Nexis", () => {
  it("is as many documents as articles, each with what is told of it", () => {
    expect(told(nexisArticles(nexis))).toEqual([
      ["Miners reject the plan to close pits", "The Daily Paper (London)", "Ann Writer", "2024-03-08", "en"],
      ["Ausstieg aus der Kohle bleibt umstritten", "Neue Zeitung", "Peter Müller", "2024-03-08", "de"],
      [
        "Ministers at odds over a coal phase-out that was promised",
        "The Evening Post",
        undefined,
        "2024-03-09",
        "en",
      ],
      [
        "DISTRAUGHT towns, slow answers",
        "The Morning Post",
        "Wes Lower;Kim Kind; and Jo Alexander",
        "2015-07-01",
        "en",
      ],
      ["A letter", "The Weekly", undefined, "2024-03-10", "en"],
    ]);
  });

  it("leaves each text as it stands, without headline, fields, notices and captions", () => {
    expect(nexisArticles(nexis)?.map((found) => found.text)).toEqual([
      "Miners said on Friday that the plan to close the last pits was wrong,\nand that they would strike.\n\n   An indented line: SUBJECT to change, they said.\n\nLanguage: a barrier to talks.",
      "Die Bergleute lehnen den Plan der Regierung ab, sagte ein Sprecher der Gewerkschaft am Freitag.",
      "The ministers of the two departments disagreed on the matter in public.\n\nThe plan, one said, was Document 1 of 2 that she had not read.\n\nDocument 1 of 2\n\nwas on her desk.",
      "It was not yet nine, and the town was awake to hear what the owners had decided.",
      "Sir, the plan of the government deserves support from everyone who reads this paper.",
    ]);
  });

  it.each([
    ["March 8, 2024 Friday", "2024-03-08"],
    ["Friday, March 8, 2024", "2024-03-08"],
    ["March 8, 2024 Friday 10:00 AM GMT", "2024-03-08"],
    ["March 8, 2024 Friday, Late Edition - Final", "2024-03-08"],
    ["8 March 2024", "2024-03-08"],
    ["2024-03-08", "2024-03-08"],
    ["Freitag 8. März 2024", "2024-03-08"],
    ["Freitag, 8.März 2024", "2024-03-08"],
    ["08.03.2024", "2024-03-08"],
    ["vendredi 8 mars 2024", "2024-03-08"],
    ["1er août 2024", "2024-08-01"],
    ["viernes 8 de marzo de 2024", "2024-03-08"],
    ["March 2024", "2024-03"],
  ])("reads the day %s", (day, publishedOn) => {
    const export_ = `1 of 1 DOCUMENTS\n\nThe Paper\n\n${day}\n\nA plan\n\nLENGTH: 6 words\n\nThe union is against the plan.\n`;
    expect(nexisArticles(export_)).toMatchObject([{ title: "A plan", publisher: "The Paper", publishedOn }]);
  });

  it("takes the day of loading where no other is told or exists, and says so", () => {
    const export_ =
      "1 of 1 DOCUMENTS\n\nThe Paper\n\nFebruary 31, 2024\n\nA plan\n\nLENGTH: 6 words\n\nThe union is against the plan.\n\nLOAD-DATE: March 1, 2024\n";
    expect(nexisArticles(export_)).toMatchObject([
      { publishedOn: "2024-03-01", dateNote: "when the database of the press took it in" },
    ]);
  });

  it("keeps the ends of lines of Windows within a text", () => {
    const [found] = nexisArticles(nexis.replaceAll("\n", "\r\n")) ?? [];
    expect(found?.title).toBe("Miners reject the plan to close pits");
    expect(found?.text).toContain("was wrong,\r\nand that they would strike.\r\n\r\n   An indented");
  });

  it("may be one of Nexis Uni, with a page about itself and the headline first", async () => {
    const paragraphs = nexisUni.split("\n").filter((line) => line !== "");
    const found = await docx.read(docxOf(paragraphs), "export.docx");
    for (const articles of [nexisArticles(nexisUni), found])
      expect(told(articles as never)).toEqual([
        ["Parliament votes on troops", "The Guardian (London)", "Ann Writer", "2024-03-08", "en"],
        ["Regierung bittet um Zeit", "Frankfurter Blatt", undefined, "2024-03-08", "de"],
        ["8 March 2024 in pictures", "The Guardian (London)", undefined, "2024-03-09", "en"],
      ]);
    expect(found.map((each) => each.text)).toEqual([
      "Members voted on Friday that foreign troops should leave the country.\n\nThe government asked for time.",
      "Die Regierung bat am Freitag um mehr Zeit für die Verhandlungen mit ihren Partnern.",
      "A day of votes and of protests in front of the parliament, seen by our photographers.",
    ]);
  });
});

describe("an export of Factiva", () => {
  it("is read by the codes of its fields", () => {
    expect(factivaArticles(factivaCoded)).toEqual([
      {
        title: "Feed for fish farms traced to West African waters, report says",
        text: "A report published today alleges that feed for farms in Europe\nis made of fish that communities rely on.\n\nThe report names several plants.\n\n  IN the ports, traders denied it.",
        publisher: "Nordic Daily",
        author: "Karin Holm",
        publishedOn: "2019-03-04",
        language: "en",
      },
      {
        title: "Buyers question origin",
        text: "Buyers of feed face renewed questions about where the fish was caught and by whom.",
        publisher: "Trade Weekly",
        author: undefined,
        publishedOn: "2019-03-06",
        dateNote: "when the database of the press took it in",
        language: "da",
      },
    ]);
  });

  it.each([
    ["one space", (line: string) => line.replace(/^([A-Z]{2,3}) {2,}/, "$1 ")],
    ["a tab", (line: string) => line.replace(/^([A-Z]{2,3}) {2,}/, "\t$1\t")],
    ["lines of their own", (line: string) => line.replace(/^([A-Z]{2,3}) {2,}/, "\n$1\n\n")],
  ])("has codes apart from values by %s", (_, apart) => {
    const told = factivaCoded.split("\n").map((line) => apart(/^(LP|TD)$/.test(line) ? `${line}  ` : line));
    const plain = (found: ReturnType<typeof factivaArticles>) =>
      found?.map((each) => ({ ...each, text: each.text.replaceAll(/\s+/g, " ") }));
    expect(plain(factivaArticles(told.join("\n")))).toEqual(plain(factivaArticles(factivaCoded)));
  });

  it("is read as it is shown, without codes", () => {
    expect(factivaArticles(factivaShown)).toMatchObject([
      {
        title: "Oil production stays strong despite low prices",
        publisher: "The Wall Street Journal",
        author: "Collin Eaton",
        publishedOn: "2024-12-30",
        language: "en",
        text: "Producers said they would not cut.\n\n300 words\n\nwere all that one of them wrote.",
      },
      {
        title: "Bergleute lehnen den Plan ab",
        publisher: "Neue Zeitung",
        author: undefined,
        publishedOn: "2024-03-08",
        language: "de",
        text: "Die Bergleute lehnen den Plan der Regierung ab.",
      },
      {
        title: "Minister backs plan",
        publisher: "Reuters News",
        publishedOn: "2024-03-08",
        language: "en",
        text: "The minister said on Friday that she backs the plan of her government.",
      },
    ]);
  });
});

describe("an ordinary text", () => {
  it.each([
    [
      "that mentions documents of a bundle",
      "Document 1 of 2\n\nThe contract of March 8, 2024 binds both.\n\nDocument 2 of 2\n\nThe annex.\n",
    ],
    [
      "of a bundle with days and notices",
      "Document 1 of 2\n\nMarch 8, 2024\n\nThe contract.\n\nCopyright 2024 A Firm\n\nDocument 2 of 2\n\nMarch 9, 2024\n\nThe annex.\n",
    ],
    [
      "that ends with its end",
      "A specification\n\nLength: 12 words\n\nBody\n\nIt is short.\n\nEND OF THE DOCUMENT\n",
    ],
    ["of a report with an end", "A report\n\nMarch 8, 2024\n\nAll is well.\n\nEnd of Document\n"],
    [
      "that names a number of Factiva",
      "Sources\n\nDocument J000000020241230ekcu0001g\n\nDocument FTFT000020240308ek3800001\n",
    ],
    ["with words in capitals", "HD  television\nBY  the sea\nPD  unknown\nSN  none\nLP  records\nTD  none\n"],
    [
      "with a letter's fields",
      "SUBJECT: The plan\nLANGUAGE: English\n\nDear all,\n\nMarch 8, 2024 is the day.\n",
    ],
  ])("%s is left alone", (_, whole) => {
    expect([nexisArticles(whole), factivaArticles(whole)]).toEqual([null, null]);
    expect(text.read(new TextEncoder().encode(whole), "a.txt")).toMatchObject([{ text: whole }]);
  });
});
