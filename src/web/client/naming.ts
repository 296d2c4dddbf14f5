import { ask } from "./ask.ts";

/** What the graph has by a name; aliases lead to the name that it is shown by. */
const queries = {
  holder: `query Holders($name: String!) {
    found: actors(first: 12, where: { OR: [{ name: { contains: $name } }, { names: { some: { name: { contains: $name } } } }] }) {
      nodes { id name }
    }
  }`,
  issue: `query Issues($name: String!) {
    found: issues(first: 12, where: { label: { contains: $name } }) { nodes { id name: label } }
  }`,
} as const;

/** How long typing must pause before the graph is asked, in milliseconds. */
const pause = 150;

let isListening = false;
let timer: ReturnType<typeof setTimeout> | undefined;
let asking = new AbortController();

/** Offers names that the graph has while one is typed. */
export function listenToNames(): void {
  if (isListening) return;
  isListening = true;
  document.addEventListener("input", ({ target }) => {
    const field = (target as Element).closest?.<HTMLInputElement>("[data-names]");
    if (field == null) return;
    clearTimeout(timer);
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    // Without an answer there are no names to offer; what is typed counts all the same.
    timer = setTimeout(() => void offer(field, signal).catch(() => {}), pause);
  });
}

async function offer({ value, list, dataset }: HTMLInputElement, signal: AbortSignal): Promise<void> {
  const name = value.trim();
  if (name === "") return;
  const document = queries[dataset.names as keyof typeof queries];
  const { found } = (await ask(document, { name }, signal)) as Answer;
  list?.replaceChildren(...found.nodes.map((each) => option(each, found.nodes)));
}

interface Answer {
  readonly found: { readonly nodes: readonly Thing[] };
}

interface Thing {
  readonly id: string;
  readonly name: string;
}

/** By its name, or by its id where others are called the same. */
function option({ id, name }: Thing, all: readonly Thing[]): HTMLOptionElement {
  const isOnly = all.every((other) => other.id === id || other.name !== name);
  return isOnly ? new Option(name, name) : new Option(`${name} (${id})`, id);
}
