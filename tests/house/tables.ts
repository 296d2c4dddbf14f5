/** What the rows of a Markdown table name in their first cells: the first word in backticks of each. */
export function namesInTable(markdown: string, heading: string): readonly string[] {
  const lines = markdown.split("\n");
  const start = lines.findIndex((line) => firstCell(line)?.toLowerCase() === heading.toLowerCase());
  if (start < 0) return [];
  const end = lines.findIndex((line, at) => at > start && !line.startsWith("|"));
  // The line after the heading is the rule below it.
  const rows = lines.slice(start + 2, end < 0 ? undefined : end);
  return rows.map((row) => nameIn(firstCell(row) ?? ""));
}

function firstCell(line: string): string | undefined {
  return line.startsWith("|") ? line.split("|")[1]?.trim() : undefined;
}

function nameIn(cell: string): string {
  const code = /`([^`]+)`/.exec(cell)?.[1] ?? cell;
  return code.replace(/^stancegraph /, "").split(" ")[0] ?? "";
}
