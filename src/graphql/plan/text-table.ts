/** What a text is found by: something's key, or its id. */
export type Name = number | string;

/**
 * Texts by who wrote them and what they are about, with the table by which they are found, as bytes outside the
 * JavaScript heap: that is the slower to clean up the more it holds.
 */
export interface TextTable {
  readonly get: (writer: number, name: Name) => string | undefined;
  /** False where there is no room left. */
  readonly set: (writer: number, name: Name, text: string) => boolean;
  /** Forgets all; the memory is used again. */
  readonly clear: () => void;
}

/** Taken from the machine one by one, as they are needed. */
interface Chunk {
  readonly bytes: Buffer;
  /** The same bytes. */
  readonly words: Int32Array;
}

const chunkBytes = 2 ** 20;
const chunkWords = chunkBytes / 4;
const firstSlots = 2 ** 10;
/** Words before the name: hash, writer, the bytes of the name, those of the text. */
const headWords = 4;
/** Instead of the name's length, where it is a number of two words. */
const isNumber = -1;

/** Room for so many bytes. Places are counted in words. */
export function textTable(maxBytes: number): TextTable {
  const chunks: Chunk[] = [];
  /** Chunks that hold something, and the words used of the last of them. */
  let filled = 0;
  let used = chunkWords;
  /** By hash, with those that it is already taken for in the slots that follow: places from 1, 0 where nothing is. */
  let slots = new Uint32Array(firstSlots);
  let taken = 0;

  const chunkAt = (place: number) => chunks[Math.floor(place / chunkWords)] as Chunk;

  function slotOf(hash: number, writer: number, name: Name): number {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0 && !isAt((slots[slot] as number) - 1, hash, writer, name))
      slot = (slot + 1) & (slots.length - 1);
    return slot;
  }

  function isAt(place: number, hash: number, writer: number, name: Name): boolean {
    const { bytes, words } = chunkAt(place);
    const at = place % chunkWords;
    if (words[at] !== hash || words[at + 1] !== writer) return false;
    const start = at + headWords;
    if (typeof name === "number")
      return words[at + 2] === isNumber && words[start] === lowOf(name) && words[start + 1] === highOf(name);
    if (words[at + 2] !== name.length) return false;
    for (let index = 0; index < name.length; index += 1)
      if (bytes[start * 4 + index] !== name.charCodeAt(index)) return false;
    return true;
  }

  /** Where so many bytes fit; null where there is no room. */
  function roomFor(size: number): number | null {
    const needed = Math.ceil(size / 4);
    if (used + needed > chunkWords) {
      if (size > chunkBytes || (filled + 1) * chunkBytes > maxBytes) return null;
      if (filled === chunks.length) chunks.push(newChunk());
      filled += 1;
      used = 0;
    }
    return (filled - 1) * chunkWords + used;
  }

  function makeSlots(): void {
    const before = slots;
    slots = new Uint32Array(before.length * 2);
    for (const place of before) {
      if (place === 0) continue;
      let slot = (chunkAt(place - 1).words[(place - 1) % chunkWords] as number) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = place;
    }
  }

  return {
    get(writer, name) {
      const place = slots[slotOf(hashOf(writer, name), writer, name)] as number;
      if (place === 0) return undefined;
      const { bytes, words } = chunkAt(place - 1);
      const at = (place - 1) % chunkWords;
      const start = (at + headWords) * 4 + nameBytes(name);
      return bytes.toString("utf8", start, start + (words[at + 3] as number));
    },
    set(writer, name, text) {
      // UTF-8 takes three bytes at most for a unit of UTF-16.
      const place = roomFor(headWords * 4 + nameBytes(name) + text.length * 3);
      if (place === null) return false;
      const hash = hashOf(writer, name);
      if (taken * 2 > slots.length) makeSlots();
      const slot = slotOf(hash, writer, name);
      if (slots[slot] === 0) taken += 1;
      slots[slot] = place + 1;
      const { bytes, words } = chunkAt(place);
      const start = (used + headWords) * 4;
      const length = bytes.write(text, start + nameBytes(name), "utf8");
      words.set([hash, writer, typeof name === "number" ? isNumber : name.length, length], used);
      if (typeof name === "string") bytes.write(name, start, "latin1");
      else words.set([lowOf(name), highOf(name)], used + headWords);
      used += headWords + Math.ceil((nameBytes(name) + length) / 4);
      return true;
    },
    clear() {
      slots.fill(0);
      taken = 0;
      filled = 0;
      used = chunkWords;
    },
  };
}

function newChunk(): Chunk {
  const bytes = Buffer.allocUnsafeSlow(chunkBytes);
  return { bytes, words: new Int32Array(bytes.buffer, bytes.byteOffset, chunkWords) };
}

/** Whether a name can be told in such a table: no text with letters beyond Latin 1. */
export function isNameable(name: Name): boolean {
  if (typeof name === "number") return true;
  for (let at = 0; at < name.length; at += 1) if (name.charCodeAt(at) > 255) return false;
  return true;
}

function nameBytes(name: Name): number {
  return typeof name === "number" ? 8 : name.length;
}

function lowOf(number: number): number {
  return number | 0;
}

function highOf(number: number): number {
  return Math.floor(number / 2 ** 32) | 0;
}

/** 32 bits, signed: FNV-1a, mixed once more, so that neighbours lie apart. */
export function hashOf(writer: number, name: Name): number {
  let hash = Math.imul(writer ^ 0x811c9dc5, 0x01000193);
  if (typeof name === "number")
    hash = Math.imul(Math.imul(hash ^ lowOf(name), 0x01000193) ^ highOf(name), 0x01000193);
  else for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return hash ^ (hash >>> 16);
}
