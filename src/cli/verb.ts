import type { Effects } from "./effects.ts";
import type { ExitCode } from "./exit.ts";
import type { Argument, Flag } from "./flag.ts";

export type Arguments = Readonly<Record<string, Argument<unknown>>>;
export type Flags = Readonly<Record<string, Flag<unknown>>>;

/** A command line to copy, and what it does. */
export type Example = readonly [line: string, does: string];

/** What a verb takes and does. Its name and summary stand in the list of verbs. */
export interface Verb {
  /** By name, in the order in which they are written. */
  readonly arguments: Arguments;
  /** By name in camelCase: `knownAt` is written `--known-at`. */
  readonly flags: Flags;
  readonly examples: readonly Example[];
  /** What else its help says, below the flags. */
  readonly notes?: string;
  /** Gets the values of its arguments and flags by name; returns its exit code. */
  readonly run: (input: never, effects: Effects) => Promise<ExitCode>;
}

/** A verb of verbs, as `keys` with `create`, `list` and `revoke`. */
export interface VerbGroup {
  /** The one that is meant where none is named. */
  readonly otherwise?: string;
  readonly verbs: readonly VerbEntry[];
}

/** A verb in a list: loaded only when it is called or its help is asked for, so that all others start fast. */
export interface VerbEntry {
  readonly name: string;
  /** The heading it stands under in the help. */
  readonly group?: string;
  readonly summary: string;
  readonly load: () => Promise<Verb | VerbGroup>;
}

type ValuesOf<D extends Readonly<Record<string, { readonly read: (given: readonly string[]) => unknown }>>> =
  {
    readonly [Name in keyof D]: Awaited<ReturnType<D[Name]["read"]>>;
  };

/** What `run` gets: the values of arguments and flags, by name. */
export type InputOf<A extends Arguments, F extends Flags> = ValuesOf<A> & ValuesOf<F>;

/** A verb whose `run` gets its input typed by what it takes. */
export function verb<A extends Arguments, F extends Flags>(
  definition: Omit<Verb, "run"> & {
    readonly arguments: A;
    readonly flags: F;
    readonly run: (input: InputOf<A, F>, effects: Effects) => Promise<ExitCode>;
  },
): Verb {
  return definition;
}

export function isGroup(body: Verb | VerbGroup): body is VerbGroup {
  return "verbs" in body;
}
