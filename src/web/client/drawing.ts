import { hrefTo, hrefWith, pathOf } from "../place.ts";
import type { Loaded } from "../view.ts";
import type { NetworkShown } from "../views/network-diagram.ts";

let drawing = new AbortController();

/** Draws the network of a page that leaves its picture to the browser; what draws it is loaded only then. */
export function drawNetwork({ data, place }: Loaded, go: (path: string) => void): void {
  drawing.abort();
  const element = document.querySelector<HTMLElement>("[data-network]");
  if (element === null) return;
  drawing = new AbortController();
  const { signal } = drawing;
  const { network } = data as { readonly network: NetworkShown };
  const told = element.querySelector("p");
  const tell = (words: string) => {
    if (told !== null) told.textContent = words;
  };
  const drawn = import("./graph.ts").then(({ draw }) =>
    draw(element, network, {
      onProgress: (share) => tell(`Laying out ${network.nodes.length} nodes: ${Math.round(share * 100)} %`),
      onNode: (id) => go(hrefTo(place, pathOf(id))),
      onTie: (source, target) => go(`${hrefWith(place, { edge: `${source}~${target}` })}#tie`),
      signal,
    }),
  );
  drawn.catch(() => tell("Your browser cannot draw it: WebGL is missing. The table below has its ties."));
}
