import { StanceGraphError } from "../../domain/error.ts";
import { paces } from "./messages.ts";

/** Asks for the metrics of all workers, and hands out what comes. */
export interface Gathering {
  /** Asked again while it waits, it waits for the same. */
  readonly ask: () => Promise<string>;
  readonly take: (text: string) => void;
}

export function gathering(request: () => void): Gathering {
  let waiting: PromiseWithResolvers<string> | null = null;

  return {
    ask() {
      if (waiting !== null) return waiting.promise;
      const asked = Promise.withResolvers<string>();
      waiting = asked;
      const giveUp = () => asked.reject(tooLate());
      const timer = setTimeout(giveUp, paces.gather).unref();
      request();
      return asked.promise.finally(() => {
        clearTimeout(timer);
        waiting = null;
      });
    },
    take: (text) => waiting?.resolve(text),
  };
}

/** One worker's own metrics would look as if all counters had fallen. */
function tooLate(): StanceGraphError {
  return new StanceGraphError(
    "unavailable",
    "The metrics of the workers did not come together in time; ask again.",
  );
}
