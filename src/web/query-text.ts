/** A query on one line, as it goes into a command. */
export function oneLine(document: string): string {
  return document.replaceAll(/\s+/g, " ").trim();
}
