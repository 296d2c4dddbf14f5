import { gzipSync } from "node:zlib";

const kept = new WeakMap<Buffer, Buffer<ArrayBuffer>>();

/** Whether who asks takes gzip. */
export function takesGzip({ headers }: Request): boolean {
  return /\bgzip\b/.test(headers.get("accept-encoding") ?? "");
}

/** The bytes compressed; once, as long as they are kept. */
export function zipped(bytes: Buffer): Buffer<ArrayBuffer> {
  const known = kept.get(bytes) ?? (gzipSync(bytes, { level: 5 }) as Buffer<ArrayBuffer>);
  kept.set(bytes, known);
  return known;
}

/** The tag of the compressed form: strong tags are of bytes. */
export function zippedTag(etag: string): string {
  return etag.replace(/"$/, '-gzip"');
}
