import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { sharedFolder } from "../analysis/network/shared.ts";
import { factivaCoded, factivaShown } from "../ingest/documents/factiva-samples.ts";
import { docxOf, pdfOf } from "../ingest/documents/made.ts";
import { nexis, nexisUni } from "../ingest/documents/nexis-samples.ts";
import { type Stage, stageOf } from "./stage.ts";

const sentence =
  "Members of parliament said on Friday that foreign troops should leave the country, while the government asked for more time to negotiate a timetable with its partners abroad.";
const page = `<!doctype html><html lang="en"><head><title>Parliament votes</title>
<link rel="canonical" href="https://example.org/a"><meta property="og:site_name" content="The Paper">
<meta name="author" content="Ann Writer"><meta property="article:published_time" content="2024-03-08T10:00:00Z"></head>
<body><nav>Home About</nav><article><h1>Parliament votes</h1>${`<p>${sentence}</p>`.repeat(5)}</article><script>alert(1)</script></body></html>`;
const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Agency</title><link>https://example.org</link>
<description>d</description><language>en</language><item><title>Minister backs plan</title><link>https://example.org/1</link>
<pubDate>Fri, 08 Mar 2024 10:00:00 GMT</pubDate><description>&lt;p&gt;The minister said she backs the plan.&lt;/p&gt;</description></item></channel></rss>`;
const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title><id>urn:x</id><updated>2024-01-02T00:00:00Z</updated>
<entry><title>On bases</title><id>urn:y</id><updated>2024-01-02T00:00:00Z</updated><published>2024-01-01T00:00:00Z</published>
<link href="https://example.org/b"/><content type="html">&lt;p&gt;They should stay.&lt;/p&gt;</content></entry></feed>`;

async function staged(files: Readonly<Record<string, string | Buffer>>): Promise<Stage> {
  const stage = stageOf();
  mkdirSync(join(stage.cwd, "in/deep"), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(stage.cwd, "in", name), content);
  await stage.run("init");
  return stage;
}

type Row = Readonly<Record<string, string | null>>;

async function ingested(stage: Stage, ...more: readonly string[]) {
  const { code, stdout, stderr } = await stage.run("ingest", "in", "--json", ...more);
  return { code, rows: JSON.parse(stdout) as readonly Row[], stderr };
}

describe("ingest", () => {
  it("reads every kind of file in a folder, with what each tells of itself, and again adds nothing", async () => {
    const stage = await staged({
      "2024-05-06-note.txt": `Union rejects plan\n\n${sentence}\n`,
      "b.md": `---\ntitle: On the plan\nauthor: Bo\ndate: 2024-02-03\nurl: https://example.org/md\n---\n# Ignored\n\nBody of the text.\n`,
      "c.html": page,
      "d.docx": docxOf(["Speech in parliament", "We oppose the plan."]),
      "deep/e.pdf": pdfOf("The committee supports the withdrawal."),
      "f.xml": rss,
      "g.atom": atom,
      "h.jsonl": `${JSON.stringify({ text: "Owners welcome it.", title: "Owners", date: "2024-01-05" })}\n`,
      "picture.jpg": "no document",
    });
    const first = await ingested(stage);
    expect(first.code).toBe(0);
    expect(
      first.rows.map(({ title, publishedOn, author, publisher, url, outcome }) => [
        title,
        publishedOn,
        author,
        publisher,
        url,
        outcome,
      ]),
    ).toEqual([
      ["Union rejects plan", "2024-05-06", null, null, null, "NEW"],
      ["On the plan", "2024-02-03", "Bo", null, "https://example.org/md", "NEW"],
      ["Parliament votes", "2024-03-08", "Ann Writer", "The Paper", "https://example.org/a", "NEW"],
      ["Speech in parliament", null, null, null, null, "NEW"],
      ["A report on bases", "2024-03-08", "Ann Writer", null, null, "NEW"],
      ["Minister backs plan", "2024-03-08", null, "Agency", "https://example.org/1", "NEW"],
      ["On bases", "2024-01-01", null, "Blog", "https://example.org/b", "NEW"],
      ["Owners", "2024-01-05", null, null, null, "NEW"],
    ]);
    expect(first.stderr).toContain("Left alone: 1 .jpg.");
    const again = await ingested(stage);
    expect(new Set(again.rows.map(({ outcome }) => outcome))).toEqual(new Set(["PRESENT"]));
    const store = openStore({ path: join(stage.cwd, "stancegraph.db"), clock: () => new Date() });
    expect([store.dataset.counts().documents, store.dataset.revision()]).toEqual([8, 1]);
    const texts = [...store.documents.all()].map(({ id }) => store.documents.text(id) ?? "");
    expect(texts.some((text) => text.includes("We oppose the plan."))).toBe(true);
    expect(texts.some((text) => text.includes("The committee supports the withdrawal."))).toBe(true);
    expect(texts.some((text) => text.includes("alert(1)") || text.includes("Home About"))).toBe(false);
    expect(texts).toContain(`Union rejects plan\n\n${sentence}\n`);
    store.close();
  }, 60_000);

  it("reads an export of Nexis or Factiva as a document an article, and again adds nothing", async () => {
    const stage = await staged({
      "a-nexis.txt": nexis,
      "b-nexis-uni.docx": docxOf(nexisUni.split("\n").filter((line) => line !== "")),
      "c-factiva.txt": factivaCoded,
      "d-factiva.txt": factivaShown,
      "e-note.txt": "A note\n\nDocument 1 of 2\n\nis what the second of them says of itself.\n",
    });
    const { code, rows, stderr } = await ingested(stage);
    expect([code, stderr]).toEqual([
      0,
      "14 documents read, 14 new, 0 new that print another again, 0 there already.\n",
    ]);
    expect(rows.map(({ title }) => title)).toEqual([
      "Miners reject the plan to close pits",
      "Ausstieg aus der Kohle bleibt umstritten",
      "Ministers at odds over a coal phase-out that was promised",
      "DISTRAUGHT towns, slow answers",
      "A letter",
      "Parliament votes on troops",
      "Regierung bittet um Zeit",
      "8 March 2024 in pictures",
      "Feed for fish farms traced to West African waters, report says",
      "Buyers question origin",
      "Oil production stays strong despite low prices",
      "Bergleute lehnen den Plan ab",
      "Minister backs plan",
      "A note",
    ]);
    expect(rows[1]).toMatchObject({
      publisher: "Neue Zeitung",
      author: "Peter Müller",
      publishedOn: "2024-03-08",
      language: "de",
    });
    const again = await ingested(stage);
    expect(new Set(again.rows.map(({ outcome }) => outcome))).toEqual(new Set(["PRESENT"]));
  }, 60_000);

  it("writes nothing in a dry run", async () => {
    const stage = await staged({ "a.txt": "A title\n\nA text." });
    expect((await ingested(stage, "--dry-run")).stderr).toContain(
      "1 document read, 1 new, 0 new that print another again, 0 there already. A dry run: nothing was written.",
    );
    expect((await ingested(stage)).rows).toMatchObject([{ outcome: "NEW" }]);
  });

  it("knows a reprint: both count as one source", async () => {
    const body = Array.from(
      { length: 12 },
      (_, index) => `${sentence} It was said ${index} times before.`,
    ).join("\n");
    const stage = await staged({
      "a.txt": `Troops should leave, deputies say\n\n${body}`,
      "b.txt": `Deputies: troops out\n\n${body}\nReporting by an agency.`,
      "c.txt": `Another matter\n\n${"The harvest was good in the north and poor in the south, as farmers told a visiting commission of the ministry. ".repeat(6)}`,
    });
    const { rows } = await ingested(stage);
    expect(rows.map(({ outcome }) => outcome)).toEqual(["NEW", "REPRINT", "NEW"]);
    const store = openStore({ path: join(stage.cwd, "stancegraph.db"), clock: () => new Date() });
    const groups = rows.map(({ id }) => store.documents.require(id as never).independenceGroup);
    expect(groups).toEqual([rows[0]?.id, rows[0]?.id, rows[2]?.id]);
    store.close();
  });

  it("tells what is wrong with a file, and goes on with the others", async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>`;
    const stage = await staged({
      "a-bomb.docx": docxOf(["x"], 4_000_000_000),
      "b-broken.pdf": pdfOf("x").subarray(0, 80),
      "c-laughs.xml": laughs,
      "d-latin1.txt": Buffer.from([0x66, 0xfc, 0x72]),
      "e-deep.html": `<html><body>${"<div>".repeat(100_000)}`,
      "f-cut.docx": docxOf(["x"]).subarray(0, 200),
      "g-empty.pdf": pdfOf(""),
      "h-lines.jsonl": `{"text": "fine"}\n{"title": "no text"}\n`,
      "z-good.txt": "Good\n\nThis one is read.",
    });
    const { code, rows, stderr } = await ingested(stage);
    expect(code).toBe(3);
    expect(rows.map(({ title }) => title)).toEqual(["Good"]);
    for (const said of [
      "a-bomb.docx: Unpacked it would take 12000 MB, more than 200; it is not read.",
      "b-broken.pdf: It cannot be read: ",
      "c-laughs.xml: It declares a document type or entities",
      "d-latin1.txt: It is not UTF-8",
      "e-deep.html: Its elements lie 100000 deep",
      "f-cut.docx: It is no archive",
      "g-empty.pdf: The PDF holds no text",
      'h-lines.jsonl: Line 2 has no "text".',
      "8 files could not be read",
    ])
      expect(stderr).toContain(said);
  }, 60_000);

  it.each([
    ["nowhere", 4, "There is no nowhere; name a file or a folder."],
    ["in/a.mp3", 3, "in/a.mp3 is of no kind that is read here; these are: .txt"],
  ])("refuses %s", async (file, code, said) => {
    const stage = await staged({ "a.mp3": "" });
    const result = await stage.run("ingest", file);
    expect(result.code).toBe(code);
    expect(result.stderr).toContain(said);
  });
});

const news = sharedFolder("articles/news");

it.runIf(news !== null)(
  "24 articles of Wikinews are 24 documents, and the second time none",
  async () => {
    const stage = stageOf();
    await stage.run("init");
    const files = readdirSync(news as string).filter((name) => name.endsWith(".txt"));
    const paths = files.map((name) => join(news as string, name));
    const [first, second] = [await stage.run("ingest", ...paths), await stage.run("ingest", ...paths)];
    expect(first.stderr).toBe(
      "24 documents read, 24 new, 0 new that print another again, 0 there already.\n",
    );
    expect(second.stderr).toBe(
      "24 documents read, 0 new, 0 new that print another again, 24 there already.\n",
    );
  },
  60_000,
);
