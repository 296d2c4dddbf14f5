import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { PageFiles } from "../web/page.ts";
import type { Route } from "./router.ts";
import { takesGzip, zipped } from "./zipped.ts";

/** The files of the pages: the browser's part, which `npm run build` builds. */
export interface Assets {
  readonly route: Route;
  /** What the page of a view loads. */
  readonly filesFor: (view: string | null) => PageFiles;
  readonly isBuilt: boolean;
}

const folder = new URL("../../dist/client/", import.meta.url);

export function assetsOf(): Assets {
  const scripts = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".js")) : [];
  const files = new Map(
    scripts.map((name) => [`/assets/${name}`, Buffer.from(readFileSync(new URL(name, folder)))]),
  );
  const main = scripts.find((name) => name.startsWith("main-"));
  return {
    isBuilt: main !== undefined,
    filesFor(view) {
      const chunk =
        view === null
          ? undefined
          : scripts.find((name) => name.length === view.length + 12 && name.startsWith(`${view}-`));
      return {
        script: main === undefined ? null : `/assets/${main}`,
        preload: chunk === undefined ? [] : [`/assets/${chunk}`],
      };
    },
    route: {
      path: "/assets/*",
      methods: ["GET"],
      access: "everybody",
      async answer(request) {
        const script = files.get(new URL(request.url).pathname);
        if (script === undefined) return new Response("There is no such file.\n", { status: 404 });
        return answerOf(script, request);
      },
    },
  };
}

/** A name changes with what is in the file, so it may be kept for ever. */
async function answerOf(script: Buffer<ArrayBuffer>, request: Request): Promise<Response> {
  const headers = {
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "public, max-age=31536000, immutable",
    vary: "Accept-Encoding",
  };
  if (!takesGzip(request)) return new Response(script, { headers });
  return new Response(await zipped(script), { headers: { ...headers, "content-encoding": "gzip" } });
}
