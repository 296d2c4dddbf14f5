import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { cardOf } from "../web/card.ts";
import type { AskingOptions } from "./asking.ts";
import { cacheHeaders, etagOf, hasCurrent, notModified } from "./etag.ts";
import { loadedAt } from "./loading.ts";
import { refuse } from "./refusal.ts";
import { responseCache } from "./response-cache.ts";
import type { Route } from "./router.ts";

const prefix = "/card";
/** Of pictures made lately: one takes some 50 ms. */
const keptBytes = 4_000_000;

/** The pages as pictures for those who show links to them (Open Graph): `/card/issues/…` is PNG, 1200 by 630. */
export function cardsOf(options: AskingOptions): Route {
  const { store, version } = options;
  const kept = responseCache<{ readonly body: Buffer }>(keptBytes);
  return {
    path: `${prefix}/*`,
    methods: ["GET"],
    access: "readers",
    async answer(request, call) {
      const url = new URL(request.url);
      url.pathname = url.pathname.slice(prefix.length);
      const dataset = store.dataset.get();
      const etag = etagOf([version, dataset, url.href, "card"]);
      if (hasCurrent(request, etag)) return notModified(etag, call);
      const headers = { "content-type": "image/png", etag, ...cacheHeaders(call) };
      const known = kept.get(dataset.revision, url.href);
      if (known !== undefined) return new Response(known.body as Buffer<ArrayBuffer>, { headers });
      const { view, loaded } = await loadedAt(url, { options, dataset, request, call });
      if (view === null || loaded.trouble !== null) {
        const message = `There is no page ${url.pathname} to make a picture of; see / for those that there are.`;
        return refuse(request, call, { status: 404, code: "NOT_FOUND", message });
      }
      const body = await drawn(cardOf(view, loaded));
      kept.keep(dataset.revision, url.href, { body });
      return new Response(body as Buffer<ArrayBuffer>, { headers });
    },
  };
}

/** The SVG as PNG, in fonts that come with the program. */
async function drawn(svg: string): Promise<Buffer> {
  drawing ??= prepared();
  const { Resvg, fontBuffers } = await drawing;
  const picture = new Resvg(svg, {
    font: { fontBuffers: [...fontBuffers], loadSystemFonts: false, defaultFontFamily: "DejaVu Sans" },
  });
  return Buffer.from(picture.render().asPng());
}

/** Made when the first picture is asked for. */
let drawing: ReturnType<typeof prepared> | null = null;

async function prepared() {
  const { initWasm, Resvg } = await import("@resvg/resvg-wasm");
  const file = (name: string) => readFile(fileURLToPath(import.meta.resolve(name)));
  await initWasm(await file("@resvg/resvg-wasm/index_bg.wasm"));
  const fontBuffers = await Promise.all(
    ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((name) => file(`dejavu-fonts-ttf/ttf/${name}`)),
  );
  return { Resvg, fontBuffers };
}
