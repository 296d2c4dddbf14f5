import { setTimeout as pause } from "node:timers/promises";
import { AggregatorRegistry, Counter, Gauge, Registry } from "prom-client";
import type { Member } from "./member.ts";
import { type Figures, paces } from "./messages.ts";

/** The metrics of all workers together, and of the workers themselves. */
export interface CrewFigures {
  /** In Prometheus' format. Of a worker that does not answer in time it is what that told last. */
  readonly text: () => Promise<string>;
  /** Keeps what a worker that ended has counted: sums never fall. */
  readonly leave: (member: Member, reason: "killed" | "ended") => void;
}

export function crewFigures(members: () => readonly Member[]): CrewFigures {
  const registry = new Registry();
  const workers = new Gauge({
    name: "stancegraph_workers",
    help: "Workers that serve: those that told these metrics, and those that are silent, whose last ones are taken.",
    labelNames: ["state"],
    registers: [registry],
  });
  const replaced = new Counter({
    name: "stancegraph_workers_replaced_total",
    help: "Workers that ended by themselves or were killed for their silence, each replaced by another.",
    labelNames: ["reason"],
    registers: [registry],
  });
  for (const reason of ["killed", "ended"]) replaced.inc({ reason }, 0);
  let kept: Figures = [];

  return {
    async text() {
      const asked = members().filter((member) => member.listens());
      const told = new Set<Member>();
      const reports = asked.map((member) => member.report().then(() => void told.add(member)));
      await Promise.race([Promise.all(reports), pause(paces.report, undefined, { ref: false })]);
      workers.set({ state: "telling" }, told.size);
      workers.set({ state: "silent" }, asked.length - told.size);
      const all = [...asked.map((member) => member.figures()), kept, await registry.getMetricsAsJSON()];
      return together(all).metrics();
    },
    leave(member, reason) {
      replaced.inc({ reason });
      const counted = member.figures().filter(({ type }) => countedTypes.has(String(type)));
      if (counted.length === 0) return;
      void together([kept, counted])
        .getMetricsAsJSON()
        .then((figures) => {
          kept = figures;
        });
    },
  };
}

/** What only grows. What a process has at the moment ends with it. */
const countedTypes: ReadonlySet<string> = new Set(["counter", "histogram"]);

function together(figures: readonly Figures[]): Registry {
  return AggregatorRegistry.aggregate(figures.map((each) => [...each]));
}
