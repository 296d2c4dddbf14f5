import type { AttributionLink } from "../domain/attribution.ts";
import type { Evidence } from "../domain/document.ts";
import type { EvidenceId } from "../domain/id.ts";
import type { LookUp } from "./source.ts";
import type { Cell } from "./table.ts";

/** A chain as people read it, nearest to us first: `Reuters ← a senior Iraqi government official`. */
export function chainWords(links: readonly AttributionLink[], look: LookUp): string | null {
  const sources = links.filter(({ role }) => role !== "HOLDER").map((link) => sourceWords(link, look));
  return sources.length === 0 ? null : sources.join(" ← ");
}

/** A chain as values, one object a link; what is not known is left out. */
export function chainCell(links: readonly AttributionLink[]): Cell {
  return links.map(({ anonymous, ...link }) =>
    known({ ...link, anonymous: anonymous && known({ ...anonymous }) }),
  );
}

/** The quotes, joined by an ellipsis in brackets. */
export function quoteWords(ids: readonly EvidenceId[], look: LookUp): string | null {
  return ids.length === 0 ? null : ids.map((id) => look.evidence(id).quote).join(" […] ");
}

/** The evidence of each quote as values: where it stands. */
export function evidenceCell(ids: readonly EvidenceId[], look: LookUp): Cell {
  return ids.map(look.evidence).map(({ id, start, end, quote }: Evidence) => ({ id, start, end, quote }));
}

function sourceWords({ actor, anonymous }: AttributionLink, look: LookUp): string {
  if (actor !== null) return look.actor(actor).name;
  const affiliation = anonymous?.affiliation ? ` (${look.actor(anonymous.affiliation).name})` : "";
  return `${anonymous?.descriptor ?? "an unnamed source"}${affiliation}`;
}

function known(values: Readonly<Record<string, Cell>>): Cell {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
