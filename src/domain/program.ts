/** A program of ours for a thread or process of its own, by its place under `src/`; built, it has the same in `dist/`. */
export function programAt(path: string): URL {
  const { url } = import.meta;
  return new URL(`../${path}${url.slice(url.lastIndexOf("."))}`, url);
}
