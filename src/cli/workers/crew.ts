import { setTimeout as pause } from "node:timers/promises";
import { StanceGraphError } from "../../domain/error.ts";
import type { Log } from "../../http/log.ts";
import { defaultSettings } from "../../http/settings.ts";
import type { Serving } from "../serving.ts";
import { errorOf } from "../trouble.ts";
import { crewFigures } from "./figures.ts";
import { type Ending, type Member, memberOf } from "./member.ts";
import { paces } from "./messages.ts";
import { watching } from "./watch.ts";

export interface CrewOptions {
  readonly size: number;
  /** How long a worker may give no sign of life, in milliseconds. */
  readonly deadline: number;
  readonly serving: Serving;
  readonly log: Log;
}

/** Processes that serve together on one port, each replaced when it ends. */
export interface Crew {
  /** Where they serve, once all do. */
  readonly serves: Promise<string>;
  /** Fails when no worker is left and none can be started. */
  readonly lost: Promise<never>;
  /** Ends them; what is in flight is answered first. */
  readonly close: () => Promise<void>;
}

export function crewOf({ size, deadline, serving, log }: CrewOptions): Crew {
  const members = new Set<Member>();
  const closing = new AbortController();
  const serves = Promise.withResolvers<string>();
  const lost = Promise.withResolvers<never>();
  const figures = crewFigures(() => [...members]);
  let haveListened = false;

  const watch = watching({ members, deadline, log });
  // The first goes alone: what keeps it from listening would keep all.
  const places = [keep()];
  lost.promise.catch(serves.reject);
  serves.promise.catch(() => {});
  return { serves: serves.promise, lost: lost.promise, close };

  /** Keeps one place filled. */
  async function keep(): Promise<void> {
    for (let failures = 0; !closing.signal.aborted; ) {
      const member = start();
      members.add(member);
      const ending = await member.ended;
      members.delete(member);
      if (closing.signal.aborted) return;
      failures = ending.listened > settled ? 0 : failures + 1;
      if (isHopeless(ending, failures)) {
        lost.reject(reasonOf(ending));
        return;
      }
      account(member, ending);
      await pause(delayAfter(failures), undefined, { signal: closing.signal }).catch(() => {});
    }
  }

  function start(): Member {
    const member = memberOf({
      serving,
      onListening(url) {
        if (serving.isLogged) log.info({ ...member.name }, "worker listens");
        haveListened = true;
        while (places.length < size) places.push(keep());
        if ([...members].filter((member) => member.listens()).length === size) serves.resolve(url);
      },
      onGather: async (member) => member.tell({ kind: "gathered", text: await figures.text() }),
      anotherListens: (than) => !closing.signal.aborted && anyListens(than),
    });
    return member;
  }

  function anyListens(than: Member | null = null): boolean {
    return [...members].some((member) => member !== than && member.listens());
  }

  function account(member: Member, { code, signal, trouble }: Ending): void {
    const isKilled = watch.hasKilled(member);
    figures.leave(member, isKilled ? "killed" : "ended");
    if (!isKilled)
      log.warn({ ...member.name, code, signal, reason: trouble?.message }, "worker ended, another follows");
  }

  /** Before anybody listened an expected trouble is final; later, others may go on, and what hinders may pass. */
  function isHopeless({ trouble }: Ending, failures: number): boolean {
    if (anyListens()) return false;
    return failures >= tries || (trouble !== null && !haveListened);
  }

  async function close(): Promise<void> {
    closing.abort();
    for (const member of members) member.tell({ kind: "close" });
    const last = setTimeout(() => {
      for (const member of members) member.kill();
    }, defaultSettings.closeMs + paces.close);
    await Promise.all(places);
    clearTimeout(last);
    watch.end();
  }
}

/** Milliseconds after which a worker counts as well started. */
const settled = 10_000;
/** Workers that may fail one after the other in one place. */
const tries = 5;

/** Milliseconds before the next start: none after a worker that went well, ever more after failures. */
function delayAfter(failures: number): number {
  return failures === 0 ? 0 : Math.min(125 * 2 ** failures, 30_000);
}

function reasonOf({ trouble, code, signal }: Ending): StanceGraphError {
  if (trouble !== null) return errorOf(trouble);
  const how = signal ?? `exit code ${code}`;
  return new StanceGraphError(
    "unavailable",
    `${tries} workers ended one after the other, the last with ${how}; the log above says why.`,
  );
}
