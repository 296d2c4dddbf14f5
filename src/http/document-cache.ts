/** Keeps the latest entries by text. Long texts are not kept: a cache must not be a way to fill the memory. */
export function documentCache<Value>(maxEntries = 500, maxLength = 10_000) {
  const entries = new Map<string, Value>();
  return {
    get(text: string): Value | undefined {
      const value = entries.get(text);
      if (value === undefined) return undefined;
      entries.delete(text);
      entries.set(text, value);
      return value;
    },
    set(text: string, value: Value): void {
      if (text.length > maxLength) return;
      entries.set(text, value);
      const [oldest] = entries.keys();
      if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
    },
  };
}
