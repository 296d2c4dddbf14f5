import type { Readable, Writable } from "node:stream";

/** A stream to write to. */
export interface Output {
  /** Resolves when the text has been taken: whoever streams waits, so that memory stays flat. */
  readonly write: (text: string) => Promise<void>;
  readonly isTTY: boolean;
  /** Characters in a line of the terminal; null where the width is unknown or none. */
  readonly columns: number | null;
}

/** What a person types, and where is written what they are asked. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** The world as verbs see it; only `main.ts` knows the real one. */
export interface Effects {
  /** Data, and nothing else. */
  readonly stdout: Output;
  /** Everything said to people. */
  readonly stderr: Output;
  /** Where a person sits and answers by keys; null where standard input or error is no terminal. */
  readonly terminal: Terminal | null;
  /** Everything on standard input, as text. */
  readonly stdin: () => Promise<string>;
  readonly clock: () => Date;
  /** Random bytes fit for secrets. */
  readonly random: (bytes: number) => Uint8Array;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** The version of Node that runs this, as in 24.21.0. */
  readonly node: string;
  /** How many things this machine can compute at a time. */
  readonly cores: number;
  /** Who acts, as the audit will name them. */
  readonly user: string;
  /**
   * From the first call on, Ctrl-C and SIGTERM abort this, with the signal's name as reason. Until then they end the
   * process at once, which the store survives: synchronous work could not hear of them anyway.
   */
  readonly signal: () => AbortSignal;
}
