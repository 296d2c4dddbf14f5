/** What a text is found by: something's key, or its id. */
export type Name = number | string;

/**
 * Texts by who wrote them and what they are about, with the table by which they are found, as bytes outside the
 * JavaScript heap: that is the slower to clean up the more it holds.
 */
export interface TextTable {
  readonly get: (writer: number, name: Name) => string | undefined;
  /** Of one name it is always the same text. One of more than a megabyte is not kept. */
  readonly set: (writer: number, name: Name, text: string) => void;
  /** Whether there is no room left but that of other texts. */
  readonly isFull: () => boolean;
}

/** Taken from the machine one by one, as they are needed. */
interface Chunk {
  readonly bytes: Buffer;
  /** The same bytes. */
  readonly words: Int32Array;
  /** How many words hold texts. */
  used: number;
}

const chunkBytes = 2 ** 20;
const chunkWords = chunkBytes / 4;
const firstSlots = 2 ** 10;
/** Words before the name: hash, writer, the bytes of the name, those of the text. */
const headWords = 4;
/** Instead of the name's length, where it is a number of two words. */
const isNumber = -1;
/** With the writer: the text has been asked for since it was kept, or moved. */
const asked = 2 ** 30;

/**
 * Room for so many bytes, chunk after chunk; then the oldest is used again: of its texts, those stay that have been asked
 * for meanwhile. Places are counted in words.
 */
export function textTable(maxBytes: number): TextTable {
  const chunks: Chunk[] = [];
  /** Which chunk is written to. */
  let current = -1;
  let isReusing = false;
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
    if (words[at] !== hash || ((words[at + 1] as number) & ~asked) !== writer) return false;
    const start = at + headWords;
    if (typeof name === "number")
      return words[at + 2] === isNumber && words[start] === lowOf(name) && words[start + 1] === highOf(name);
    if (words[at + 2] !== name.length) return false;
    for (let index = 0; index < name.length; index += 1)
      if (bytes[start * 4 + index] !== name.charCodeAt(index)) return false;
    return true;
  }

  /** The chunk in which so many words fit. */
  function chunkFor(words: number): Chunk {
    for (;;) {
      const chunk = chunks[current];
      if (chunk !== undefined && chunk.used + words <= chunkWords) return chunk;
      if ((chunks.length + 1) * chunkBytes <= maxBytes) {
        current = chunks.length;
        chunks.push(newChunk());
      } else {
        current = (current + 1) % chunks.length;
        isReusing = true;
        tidy(current);
      }
    }
  }

  /** Moves the texts of a chunk together that have been asked for, and forgets the others. */
  function tidy(number: number): void {
    const chunk = chunks[number] as Chunk;
    const { words } = chunk;
    let kept = 0;
    for (let at = 0, size = 0; at < chunk.used; at += size) {
      size = sizeAt(words, at);
      const slot = slotTo(number * chunkWords + at, words[at] as number);
      if (slot === null) continue;
      if (((words[at + 1] as number) & asked) === 0) {
        free(slot);
        continue;
      }
      words[at + 1] = (words[at + 1] as number) & ~asked;
      words.copyWithin(kept, at, at + size);
      slots[slot] = number * chunkWords + kept + 1;
      kept += size;
    }
    chunk.used = kept;
  }

  /** The slot that leads to a place; null where the same text was kept once more elsewhere. */
  function slotTo(place: number, hash: number): number | null {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0 && slots[slot] !== place + 1) slot = (slot + 1) & (slots.length - 1);
    return slots[slot] === 0 ? null : slot;
  }

  /** Empties a slot; those that follow move up, so that none is sought behind an empty one. */
  function free(slot: number): void {
    const mask = slots.length - 1;
    let hole = slot;
    for (let next = (hole + 1) & mask; slots[next] !== 0; next = (next + 1) & mask) {
      const home = hashAt((slots[next] as number) - 1) & mask;
      if (((next - home) & mask) < ((next - hole) & mask)) continue;
      slots[hole] = slots[next] as number;
      hole = next;
    }
    slots[hole] = 0;
    taken -= 1;
  }

  function hashAt(place: number): number {
    return chunkAt(place).words[place % chunkWords] as number;
  }

  function makeSlots(): void {
    const before = slots;
    slots = new Uint32Array(before.length * 2);
    for (const place of before) {
      if (place === 0) continue;
      let slot = hashAt(place - 1) & (slots.length - 1);
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
      words[at + 1] = writer | asked;
      const start = (at + headWords) * 4 + nameBytes(name);
      return bytes.toString("utf8", start, start + (words[at + 3] as number));
    },
    set(writer, name, text) {
      // UTF-8 takes three bytes at most for a unit of UTF-16.
      const room = headWords + Math.ceil((nameBytes(name) + text.length * 3) / 4);
      if (room > chunkWords || maxBytes < chunkBytes) return;
      const chunk = chunkFor(room);
      const { bytes, words, used } = chunk;
      const hash = hashOf(writer, name);
      if (taken * 2 > slots.length) makeSlots();
      const slot = slotOf(hash, writer, name);
      if (slots[slot] === 0) taken += 1;
      slots[slot] = current * chunkWords + used + 1;
      const start = (used + headWords) * 4;
      const length = bytes.write(text, start + nameBytes(name), "utf8");
      words.set([hash, writer, typeof name === "number" ? isNumber : name.length, length], used);
      if (typeof name === "string") bytes.write(name, start, "latin1");
      else words.set([lowOf(name), highOf(name)], used + headWords);
      chunk.used += sizeAt(words, used);
    },
    isFull: () => isReusing,
  };
}

/** The words that a text with its head and name takes. */
function sizeAt(words: Int32Array, at: number): number {
  const name = words[at + 2] as number;
  return headWords + Math.ceil(((name === isNumber ? 8 : name) + (words[at + 3] as number)) / 4);
}

function newChunk(): Chunk {
  const bytes = Buffer.allocUnsafeSlow(chunkBytes);
  return { bytes, words: new Int32Array(bytes.buffer, bytes.byteOffset, chunkWords), used: 0 };
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
