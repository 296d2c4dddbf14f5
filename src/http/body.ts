import type { Refusal } from "./refusal.ts";

/** Why a body is not taken. */
export class RefusedBody extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** Reads a body as UTF-8 and stops at the first byte over the limit, whether or not its length was announced. */
export async function bodyText(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (reader !== undefined) {
    const { done, value } = await reader.read().catch(brokenOff);
    if (done) break;
    size += value.byteLength;
    // Not cancelled: that would cut the connection before the refusal is sent.
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(value);
  }
  return decoded(Buffer.concat(chunks));
}

/** Only the connection can fail a read. */
function brokenOff(): never {
  throw new RefusedBody({
    status: 400,
    code: "BAD_REQUEST",
    message: "The connection ended within the body.",
  });
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The text that bytes are of, in UTF-8. */
export function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new RefusedBody({
      status: 400,
      code: "BAD_REQUEST",
      message: "The body is not valid UTF-8; encode it as UTF-8.",
    });
  }
}

function tooLarge(maxBytes: number): RefusedBody {
  return new RefusedBody({
    status: 413,
    code: "BODY_TOO_LARGE",
    message: `The body is too large: ${maxBytes / 1000} kB are allowed. Send it in parts, or import files with \`stancegraph import\`.`,
  });
}
