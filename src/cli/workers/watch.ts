import type { Log } from "../../http/log.ts";
import type { Member } from "./member.ts";
import { paces } from "./messages.ts";

export interface WatchOptions {
  readonly members: ReadonlySet<Member>;
  /** How long a worker that listens may be silent, in milliseconds. */
  readonly deadline: number;
  readonly log: Log;
}

export interface Watch {
  readonly hasKilled: (member: Member) => boolean;
  readonly end: () => void;
}

/**
 * Kills workers that give no sign of life for too long: a query or a computation that does not end cannot be ended
 * otherwise. Silence is counted in looks, not by the clock: when this process itself stood still, as in a laptop that
 * slept, nobody is blamed for it.
 */
export function watching({ members, deadline, log }: WatchOptions): Watch {
  const killed = new WeakSet<Member>();
  let lookedAt = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    const passed = Math.min(now - lookedAt, 2 * paces.alive);
    lookedAt = now;
    for (const member of members) look(member, passed);
  }, paces.alive);
  return { hasKilled: (member) => killed.has(member), end: () => clearInterval(timer) };

  function look(member: Member, passed: number): void {
    const silence = member.wait(passed);
    const allowed = member.listens() ? deadline : Math.max(deadline, paces.start);
    if (silence <= allowed || killed.has(member)) return;
    killed.add(member);
    member.kill();
    log.warn(
      { ...member.name, silentSeconds: Math.round(silence / 100) / 10 },
      "worker killed, another follows",
    );
  }
}
