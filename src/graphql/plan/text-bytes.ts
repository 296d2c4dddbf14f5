/** Texts as bytes outside the JavaScript heap, which is the slower to clean up the more it holds. */
export interface TextBytes {
  /** Where the text is from now on; null where there is no room left. */
  readonly write: (text: string) => number | null;
  readonly read: (place: number) => string;
}

/** They are taken from the machine one by one, as they are needed. */
const chunkBytes = 2 ** 20;
const lengthBytes = 4;

/** Room for texts, so many bytes in all. */
export function textBytes(maxBytes: number): TextBytes {
  const chunks: Buffer[] = [];
  let used = chunkBytes;
  return {
    write(text) {
      // UTF-8 takes three bytes at most for a unit of UTF-16.
      const needed = lengthBytes + text.length * 3;
      if (used + needed > chunkBytes) {
        if (needed > chunkBytes || (chunks.length + 1) * chunkBytes > maxBytes) return null;
        chunks.push(Buffer.allocUnsafeSlow(chunkBytes));
        used = 0;
      }
      const place = (chunks.length - 1) * chunkBytes + used;
      const chunk = chunks.at(-1) as Buffer;
      const length = chunk.write(text, used + lengthBytes, "utf8");
      chunk.writeUInt32LE(length, used);
      used += lengthBytes + length;
      return place;
    },
    read(place) {
      const chunk = chunks[Math.floor(place / chunkBytes)] as Buffer;
      const at = place % chunkBytes;
      const start = at + lengthBytes;
      return chunk.toString("utf8", start, start + chunk.readUInt32LE(at));
    },
  };
}
