import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { lookScript } from "../web/look.ts";
import type { PageFiles } from "../web/page.ts";
import { style } from "../web/style.ts";
import type { Route } from "./router.ts";
import { takesGzip, zipped } from "./zipped.ts";

/** The files of the pages: their style, and the browser's part, which `npm run build` builds. */
export interface Assets {
  readonly route: Route;
  /** What the page of a view loads. */
  readonly filesFor: (view: string | null) => PageFiles;
  readonly isBuilt: boolean;
}

interface Asset {
  readonly type: string;
  readonly bytes: Buffer<ArrayBuffer>;
}

const folder = new URL("../../dist/client/", import.meta.url);

export function assetsOf(): Assets {
  const assets = new Map<string, Asset>();
  const add = (name: string, type: string, bytes: Buffer<ArrayBuffer>): string => {
    const path = `/assets/${name}`;
    assets.set(path, { type, bytes });
    return path;
  };
  const css = Buffer.from(style);
  const stylePath = add(`style-${hashOf(css)}.css`, "text/css; charset=utf-8", css);
  const look = Buffer.from(lookScript);
  const lookPath = add(`look-${hashOf(look)}.js`, "text/javascript; charset=utf-8", look);
  const scripts = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".js")) : [];
  for (const name of scripts)
    add(name, "text/javascript; charset=utf-8", Buffer.from(readFileSync(new URL(name, folder))));
  const main = scripts.find((name) => name.startsWith("main-"));
  return {
    isBuilt: main !== undefined,
    filesFor(view) {
      const chunk =
        view === null
          ? undefined
          : scripts.find((name) => name.length === view.length + 12 && name.startsWith(`${view}-`));
      return {
        style: stylePath,
        look: lookPath,
        script: main === undefined ? null : `/assets/${main}`,
        preload: chunk === undefined ? [] : [`/assets/${chunk}`],
      };
    },
    route: {
      path: "/assets/*",
      methods: ["GET"],
      access: "everybody",
      async answer(request) {
        const asset = assets.get(new URL(request.url).pathname);
        if (asset === undefined) return new Response("There is no such file.\n", { status: 404 });
        return answerOf(asset, request);
      },
    },
  };
}

function hashOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("base64url").slice(0, 8);
}

/** A name changes with what is in the file, so it may be kept for ever. */
async function answerOf(asset: Asset, request: Request): Promise<Response> {
  const headers = {
    "content-type": asset.type,
    "cache-control": "public, max-age=31536000, immutable",
    vary: "Accept-Encoding",
  };
  if (!takesGzip(request)) return new Response(asset.bytes, { headers });
  return new Response(await zipped(asset.bytes), { headers: { ...headers, "content-encoding": "gzip" } });
}
