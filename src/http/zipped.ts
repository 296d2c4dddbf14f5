import { promisify } from "node:util";
import { gzip } from "node:zlib";

const zip = promisify(gzip);
const kept = new WeakMap<Buffer, Promise<Buffer<ArrayBuffer>>>();

/** Whether who asks takes gzip. */
export function takesGzip({ headers }: Request): boolean {
  return /\bgzip\b/.test(headers.get("accept-encoding") ?? "");
}

/** The bytes compressed; once, as long as they are kept. */
export function zipped(bytes: Buffer): Promise<Buffer<ArrayBuffer>> {
  const known = kept.get(bytes) ?? (zip(bytes, { level: 5 }) as Promise<Buffer<ArrayBuffer>>);
  kept.set(bytes, known);
  return known;
}

/** The tag of the compressed form: strong tags are of bytes. */
export function zippedTag(etag: string): string {
  return etag.replace(/"$/, '-gzip"');
}
