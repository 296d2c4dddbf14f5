/** An answer that went well, ready to be sent again. */
interface Kept {
  readonly body: Buffer;
}

/** Answers to whole requests, of one state of the graph only. */
export interface ResponseCache<Answer extends Kept> {
  /** The answer given to this request; undefined when none was, or the graph has changed. */
  readonly get: (revision: number, request: string) => Answer | undefined;
  readonly keep: (revision: number, request: string, answer: Answer) => void;
}

/** What an entry takes besides its texts, about. */
const entryBytes = 1_000;

/** Keeps what was asked for last, up to a number of bytes. What would take an eighth of them is not kept. */
export function responseCache<Answer extends Kept>(maxBytes: number): ResponseCache<Answer> {
  const answers = new Map<string, Answer>();
  let revision = Number.NaN;
  let bytes = 0;

  function forgetOthers(current: number): void {
    if (revision === current) return;
    answers.clear();
    bytes = 0;
    revision = current;
  }

  function drop(request: string, answer: Answer): void {
    answers.delete(request);
    bytes -= sizeOf(request, answer);
  }

  return {
    get(current, request) {
      forgetOthers(current);
      const answer = answers.get(request);
      if (answer === undefined) return undefined;
      answers.delete(request);
      answers.set(request, answer);
      return answer;
    },
    keep(current, request, answer) {
      forgetOthers(current);
      const known = answers.get(request);
      if (known !== undefined) drop(request, known);
      if (sizeOf(request, answer) > maxBytes / 8) return;
      answers.set(request, { ...answer, body: apart(answer.body) });
      bytes += sizeOf(request, answer);
      for (const [oldest, old] of answers) {
        if (bytes <= maxBytes) return;
        drop(oldest, old);
      }
    },
  };
}

/** The same bytes on their own: Node makes small buffers as parts of one of 64 KB, which is kept as long as any of them. */
function apart(body: Buffer): Buffer {
  if (body.buffer.byteLength === body.byteLength) return body;
  const own = Buffer.allocUnsafeSlow(body.length);
  own.set(body);
  return own;
}

function sizeOf(request: string, { body }: Kept): number {
  return request.length + body.byteLength + entryBytes;
}
