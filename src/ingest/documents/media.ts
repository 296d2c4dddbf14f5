import { StanceGraphError } from "../../domain/error.ts";
import { readerOf } from "./index.ts";

/** Which ending a file of a media type has. */
const endings: Readonly<Record<string, string>> = {
  "text/html": ".html",
  "application/xhtml+xml": ".html",
  "application/pdf": ".pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
  "text/plain": ".txt",
  "text/markdown": ".md",
  "application/rss+xml": ".rss",
  "application/atom+xml": ".atom",
  "application/rdf+xml": ".rdf",
  "application/xml": ".xml",
  "text/xml": ".xml",
  "application/feed+json": ".json",
  "application/json": ".json",
};

/** What an answer says of its body, as its header `content-type` writes it. */
export interface Media {
  /** In lower case; empty where none is told. */
  readonly type: string;
  readonly charset: string | null;
}

export function mediaOf(header = ""): Media {
  const type = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(header)?.[1]?.toLowerCase() ?? "";
  return { type, charset: /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(header)?.[1] ?? null };
}

/** The ending of a file that holds what was sent: by its type, else as its path ends. */
export function endingOf({ type }: Media, path: string): string {
  const ending = endings[type] ?? readerOf(path)?.endings.find((each) => path.toLowerCase().endsWith(each));
  if (ending === undefined)
    throw new StanceGraphError("invalid", `It is ${type || "of no type that is told"}, which is not read.`);
  return ending;
}

/** So far into a page it is looked what charset it names. */
const headLength = 4_096;
const byMark: readonly (readonly [mark: readonly number[], charset: string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** A text in UTF-8, whichever charset it was sent in: as its first bytes, the header or the text itself tells. */
export function inUtf8(bytes: Uint8Array, { charset }: Media, ending: string): Uint8Array {
  if (ending === ".pdf" || ending === ".docx") return bytes;
  const marked = byMark.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))?.[1];
  const label = marked ?? charset ?? charsetIn(bytes, ending) ?? "utf-8";
  const decoder = decoderOf(label);
  // Bytes that claim to be UTF-8 are looked at by whoever reads them.
  if (decoder.encoding === "utf-8") return bytes;
  try {
    return new TextEncoder().encode(decoder.decode(bytes));
  } catch {
    throw new StanceGraphError("invalid", `It says that it is ${label}, which it is not.`);
  }
}

function charsetIn(bytes: Uint8Array, ending: string): string | undefined {
  const head = Buffer.from(bytes.subarray(0, headLength)).toString("latin1");
  const kind = readerOf(ending)?.name;
  const declared = kind === "html" || kind === "feed" ? /^<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/ : null;
  const meta = kind === "html" ? /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i : null;
  const label = declared?.exec(head)?.[1] ?? meta?.exec(head)?.[1];
  // Where this can be read byte by byte, it cannot be true.
  return label !== undefined && /^utf-?16/i.test(label) ? undefined : label;
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw new StanceGraphError("invalid", `Its charset ${label} is not known.`);
  }
}
