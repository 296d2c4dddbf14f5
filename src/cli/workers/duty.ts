import { Registry } from "prom-client";
import { StanceGraphError } from "../../domain/error.ts";
import { openStore } from "../../store/open.ts";
import { inPlainWords } from "../database.ts";
import { exitCodes } from "../exit.ts";
import { type Serving, serveHere } from "../serving.ts";
import { troubleOf } from "../trouble.ts";
import { gathering } from "./gathering.ts";
import { paces, type Said, type Told } from "./messages.ts";

/** The world as a worker sees it. */
export interface Surroundings {
  readonly say: (said: Said) => void;
  /** Takes lines of the log. */
  readonly write: (line: string) => void;
  readonly clock: () => Date;
  /** Ends the process, once nothing is left to do. */
  readonly leave: (code: number) => void;
}

/** What a worker does; returns what takes the words of those who keep it. */
export function duty({ say, write, clock, leave }: Surroundings): (told: Told) => void {
  const registry = new Registry();
  const gathered = gathering(() => say({ kind: "gather" }));
  const pulse = setInterval(() => say({ kind: "alive" }), paces.alive).unref();
  let stop: Promise<() => Promise<void>> | null = null;

  return (told) => {
    switch (told.kind) {
      case "serve":
        stop = serve(told.serving);
        stop.catch((error: unknown) => fail(error, told.serving.path));
        return;
      case "report":
        void report();
        return;
      case "gathered":
        gathered.take(told.text);
        return;
      case "close":
        void close();
        return;
    }
  };

  async function serve(serving: Serving): Promise<() => Promise<void>> {
    const store = openStore({ path: serving.path, clock });
    const server = await serveHere(serving, { store, clock, write, registry, gather: gathered.ask });
    say({ kind: "listens", url: server.url });
    return async () => {
      await server.close();
      store.close();
      clearInterval(pulse);
    };
  }

  async function close(): Promise<void> {
    // One that has just failed says so itself.
    const end = await stop?.catch(() => null);
    if (end === null) return;
    await end?.();
    leave(exitCodes.ok);
  }

  async function report(): Promise<void> {
    say({ kind: "reported", figures: await registry.getMetricsAsJSON() });
  }

  /** What is expected is said; a bug ends the process with its stack. */
  function fail(error: unknown, path: string): void {
    const failure = inPlainWords(error, path);
    if (!(failure instanceof StanceGraphError)) throw failure;
    say({ kind: "failed", trouble: troubleOf(failure) });
    leave(exitCodes.unexpected);
  }
}
