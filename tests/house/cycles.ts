/** The import cycles among files, each once, beginning with its first file by name. */
export function cyclesOf(imports: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const cycles = new Map<string, readonly string[]>();
  const finished = new Set<string>();
  const trail: string[] = [];

  const visit = (file: string): void => {
    const at = trail.indexOf(file);
    if (at >= 0) {
      const cycle = fromFirst(trail.slice(at));
      cycles.set(cycle.join(), cycle);
    }
    if (at >= 0 || finished.has(file)) return;
    trail.push(file);
    for (const target of imports.get(file) ?? []) visit(target);
    trail.pop();
    finished.add(file);
  };

  for (const file of [...imports.keys()].sort()) visit(file);
  return [...cycles.values()];
}

function fromFirst(cycle: readonly string[]): readonly string[] {
  const start = cycle.indexOf([...cycle].sort()[0] ?? "");
  return [...cycle.slice(start), ...cycle.slice(0, start)];
}
