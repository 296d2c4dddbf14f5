import type { Call } from "./call.ts";
import { asGraphQL } from "./refusal.ts";

/** The subscriptions that are open. Each keeps a connection and looks for changes, so they are bounded. */
export interface Streams {
  /** Refuses one too many. */
  readonly enter: (call: Call) => void;
  readonly leave: (call: Call) => void;
}

export function streamsUpTo(max: number): Streams {
  const open = new Set<Call>();
  return {
    enter(call) {
      // Who has left meanwhile will not leave again.
      if (call.isOver) return;
      if (open.size >= max) throw tooMany(max);
      open.add(call);
    },
    leave: (call) => void open.delete(call),
  };
}

function tooMany(max: number) {
  const message = `All ${max} subscriptions that this server keeps open are taken; try again later.`;
  return asGraphQL({ status: 503, code: "UNAVAILABLE", message, headers: { "retry-after": "30" } });
}
