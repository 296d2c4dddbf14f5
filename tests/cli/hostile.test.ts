import { execFileSync } from "node:child_process";
import { chmodSync, closeSync, mkdirSync, openSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync, deflateSync, constants as zlib } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { mapping } from "../ingest/annotated/samples.ts";
import { docxOf, pdfOf, pdfWith } from "../ingest/documents/made.ts";
import { type Stage, stageOf } from "./stage.ts";

const isRoot = process.getuid?.() === 0;
const gigabyte = 1_000_000_000;

/** A Word document whose text is 60 MB of spaces, in an archive that says it is 1,000 bytes. */
function lyingDocx(): Uint8Array {
  const bytes = zipSync({ "word/document.xml": new Uint8Array(60_000_000).fill(0x20) });
  const view = new DataView(bytes.buffer);
  const list = view.getUint32(bytes.length - 6, true);
  for (const at of [22, list + 24]) view.setUint32(at, 1_000, true);
  return bytes;
}

/** A PDF of some kilobytes, the content of whose page is four gigabytes of spaces, packed twice. */
function pdfBomb(): Buffer {
  const piece = deflateRawSync(Buffer.alloc(1_000_000, " "), { finishFlush: zlib.Z_FULL_FLUSH });
  const whole = Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: 4_000 }, () => piece)]);
  return pdfWith({ content: deflateSync(whole), filters: "/Filter [/FlateDecode /FlateDecode]" });
}

const pagesBomb = pdfWith({ content: Buffer.from(""), pages: 300_000 });

const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha">${"bcdefghij".replaceAll(
  /./g,
  (name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`,
)}]>`;

/** A file so long, of zeros that take no room on the disk. */
function sparse(path: string, size: number): void {
  closeSync(openSync(path, "w"));
  truncateSync(path, size);
}

/** Each hostile file with what is said of it. */
const hostile: Readonly<Record<string, readonly [content: string | Uint8Array, said: string]>> = {
  "lying.docx": [lyingDocx(), "Unpacked it takes more than the archive's list says; it is not read."],
  "honest.docx": [
    docxOf(["x"], 3_400_000_000),
    "Unpacked it would take 10200 MB, more than 200; it is not read.",
  ],
  "bomb.pdf": [pdfBomb(), "It took more than 1000 MB of memory to read; it is left out."],
  "pages.pdf": [pagesBomb, "It has 300000 pages; at most 20000 are read. Split it."],
  "laughs.rss": [
    `<?xml version="1.0"?>${laughs}<rss version="2.0"><channel><title>&j;</title></channel></rss>`,
    "It declares a document type or entities, which feeds need not; it is not read.",
  ],
  "laughs.xhtml": [
    `<?xml version="1.0"?>${laughs}<html><body><p>&j;</p></body></html>`,
    "Its document type declares entities of its own, which pages need not; it is not read.",
  ],
  "deep.html": [
    `<body>${"<div>".repeat(200_000)}`,
    "Its elements lie 200000 deep, more than any page's; it is not read.",
  ],
  "hidden-depth.html": [
    `<body>${"<x></y>".repeat(2_000)}text`,
    "Its elements lie 2002 deep, more than any page's; it is not read.",
  ],
  "deep.md": [`---\n${"[".repeat(200_000)}\n---\ntext`, "It nests deeper than can be read; it is left out."],
  "book.txt": [
    "word ".repeat(2_400_000),
    "A text in it is 12.0 million characters long, more than 10; split it.",
  ],
  "cut.docx": [docxOf(["x"]).subarray(0, 300), "It is no archive, as a Word document is; is it cut off?"],
  "cut.pdf": [pdfOf("x").subarray(0, 100), "It cannot be read: Invalid PDF structure."],
  "empty.txt": ["", "There is no text in it."],
  "empty.md": [" \n", "There is no text in it."],
  "empty.html": ["", "There is no text in the page."],
  "empty.pdf": ["", "It cannot be read: The PDF file is empty, i.e. its size is zero bytes."],
  "empty.docx": ["", "It is no archive, as a Word document is; is it cut off?"],
  "empty.jsonl": ["", "There is no document in it."],
  "empty.xml": ["", "It is no RSS, Atom, RDF or JSON Feed."],
  "binary.txt": [pdfBomb().subarray(200), "It is not UTF-8; save it so, or give another file."],
  "zeros.txt": ["\0".repeat(5_000), "It holds NUL characters, as no text does; it is not read."],
  "red-\u001b[31m.txt": ["", "There is no text in it."],
};

const good: Readonly<Record<string, string | Buffer>> = {
  "a-first.txt": "First\n\nThe minister backs the plan.",
  "dd-second.docx": docxOf(["Second", "The union rejects the plan."]),
  "m-third.html": "<html><head><title>Third</title></head><body><p>Owners ask for time.</p></body></html>",
  "zz-last.pdf": pdfOf("The committee supports the withdrawal."),
};

async function hostileStage(): Promise<Stage> {
  const stage = stageOf();
  const place = (name: string) => join(stage.cwd, "in", name);
  mkdirSync(place(""));
  for (const [name, content] of Object.entries(good)) writeFileSync(place(name), content);
  for (const [name, [content]] of Object.entries(hostile)) writeFileSync(place(name), content);
  for (const name of ["line.txt", "line.jsonl"]) sparse(place(name), gigabyte);
  // A name in another encoding than the system's.
  writeFileSync(Buffer.concat([Buffer.from(place("/")), Buffer.from([0xfc]), Buffer.from(".txt")]), "text");
  symlinkSync("/etc/passwd", place("passwd.txt"));
  symlinkSync("/etc", place("etc"));
  execFileSync("mkfifo", [place("pipe.txt")]);
  mkdirSync(place("closed"));
  writeFileSync(place("secret.txt"), "Secret\n\nNot for everybody.");
  if (!isRoot) for (const name of ["closed", "secret.txt"]) chmodSync(place(name), 0);
  await stage.run("init");
  return stage;
}

describe("a folder of hostile files", () => {
  it("costs nothing but themselves, and each is told by its name", async () => {
    const stage = await hostileStage();
    const { code, stdout, stderr } = await stage.run("ingest", "in", "in/pipe.txt", "--json");
    expect(code).toBe(3);
    const titles = (JSON.parse(stdout) as readonly { readonly title: string }[]).map(({ title }) => title);
    expect(titles).toEqual(["First", "Second", "Third", ...(isRoot ? ["Secret"] : []), "A report on bases"]);
    expect(stderr).toContain("Left alone: 2 by links, 1 of no kind of file.");
    expect(stderr).not.toContain("\u001b");
    const said = new Map(stderr.split("\n").map((line) => [line.slice(0, line.indexOf(": ")), line]));
    const expected: (readonly [string, string])[] = [
      ...Object.entries(hostile).map(([name, [, what]]) => [name.replace("\u001b", "\ufffd"), what] as const),
      ["line.txt", "It is 1000 MB; at most 200 are read."],
      ["line.jsonl", "It is 1000 MB; at most 200 are read."],
      ["pipe.txt", "It is no file; it is not read."],
      ["\ufffd.txt", "It is not there any more, or its name is not UTF-8."],
      ...(isRoot
        ? []
        : ["closed", "secret.txt"].map(
            (name) => [name, "It may not be read; change its permissions."] as const,
          )),
    ];
    expect(expected.map(([name]) => said.get(`in/${name}`))).toEqual(
      expected.map(([name, what]) => `in/${name}: ${what}`),
    );
    expect(stderr).toContain(`${expected.length} files could not be read.`);
    const store = openStore({ path: join(stage.cwd, "stancegraph.db"), clock: () => new Date() });
    expect(store.dataset.counts().documents).toBe(titles.length);
    store.close();
  }, 180_000);
});

it("gives a file up after the seconds of --timeout", async () => {
  const stage = stageOf();
  await stage.run("init");
  const words = deflateSync("BT /F1 12 Tf 1 0 0 1 40 700 Tm (word word) Tj ET\n".repeat(4_000_000));
  writeFileSync(join(stage.cwd, "slow.pdf"), pdfWith({ content: words, filters: "/Filter /FlateDecode" }));
  const { code, stderr } = await stage.run("ingest", "slow.pdf", "--timeout", "3");
  expect(code).toBe(3);
  expect(stderr).toContain("slow.pdf: It took more than 3 seconds to read; it is left out.");
}, 60_000);

describe("import", () => {
  it.each(["texts.ann.zip", "project.xmi.zip", "project.qdpx"])(
    "refuses an archive whose entries lead out of it: %s",
    async (name) => {
      const stage = stageOf();
      await stage.run("init");
      writeFileSync(join(stage.cwd, name), zipSync({ "../../evil.txt": strToU8("evil") }));
      writeFileSync(join(stage.cwd, "mapping.yaml"), mapping);
      const { code, stderr } = await stage.run("import", name, "--mapping", "mapping.yaml");
      expect(code).toBe(3);
      expect(stderr).toContain(
        `${name} holds "../../evil.txt", which leads out of the archive; it is not read.`,
      );
    },
  );

  it("refuses an archive that holds more than it says", async () => {
    const stage = stageOf();
    await stage.run("init");
    writeFileSync(join(stage.cwd, "project.qdpx"), lyingDocx());
    writeFileSync(join(stage.cwd, "mapping.yaml"), mapping);
    const { code, stderr } = await stage.run("import", "project.qdpx", "--mapping", "mapping.yaml");
    expect(code).toBe(3);
    expect(stderr).toContain(
      "Unpacked, project.qdpx takes more than the archive's list says; it is not read.",
    );
  });

  it("refuses a line of a gigabyte", async () => {
    const stage = stageOf();
    await stage.run("init");
    sparse(join(stage.cwd, "line.jsonl"), gigabyte);
    const { code, stderr } = await stage.run("import", "line.jsonl");
    expect(code).toBe(3);
    expect(stderr).toContain("line.jsonl has a line of more than 64 MB.");
  }, 60_000);
});
