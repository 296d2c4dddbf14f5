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

/**
 * Keeps what was asked for last, up to a number of bytes: half of them for answers that take over a 64th, a few of which
 * would push out hundreds of others. What would take an eighth is not kept.
 */
export function responseCache<Answer extends Kept>(maxBytes: number): ResponseCache<Answer> {
  const [small, large] = [roomOf<Answer>(maxBytes / 2), roomOf<Answer>(maxBytes / 2)];
  let revision = Number.NaN;

  function forgetOthers(current: number): void {
    if (revision === current) return;
    small.clear();
    large.clear();
    revision = current;
  }

  return {
    get(current, request) {
      forgetOthers(current);
      return small.get(request) ?? large.get(request);
    },
    keep(current, request, answer) {
      forgetOthers(current);
      const size = sizeOf(request, answer);
      if (size <= maxBytes / 8) (size > maxBytes / 64 ? large : small).keep(request, answer);
    },
  };
}

function roomOf<Answer extends Kept>(maxBytes: number) {
  const answers = new Map<string, Answer>();
  let bytes = 0;

  function drop(request: string, answer: Answer): void {
    answers.delete(request);
    bytes -= sizeOf(request, answer);
  }

  return {
    get(request: string): Answer | undefined {
      const answer = answers.get(request);
      if (answer === undefined) return undefined;
      answers.delete(request);
      answers.set(request, answer);
      return answer;
    },
    keep(request: string, answer: Answer): void {
      const known = answers.get(request);
      if (known !== undefined) drop(request, known);
      answers.set(request, { ...answer, body: apart(answer.body) });
      bytes += sizeOf(request, answer);
      for (const [oldest, old] of answers) {
        if (bytes <= maxBytes) return;
        drop(oldest, old);
      }
    },
    clear(): void {
      answers.clear();
      bytes = 0;
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
