import { etagOf, hasCurrent } from "./etag.ts";
import { exampleQueries } from "./examples.ts";
import { closedTo, hashesOf, prefersHtml } from "./html.ts";
import type { Route } from "./router.ts";
import { takesGzip, zipped, zippedTag } from "./zipped.ts";

/** The page to try the API with. It comes whole from here, holds no data, and asks nobody else for anything. */
export const graphiql: Route & { readonly suits: (request: Request) => boolean } = {
  path: "/graphql",
  methods: ["GET"],
  access: "everybody",
  suits: prefersHtml,
  async answer(request) {
    page ??= pageOf();
    const { html, etag, policy } = await page;
    const headers = {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "cache-control": "no-cache",
      vary: "Accept, Accept-Encoding",
    };
    const zips = takesGzip(request);
    const tag = zips ? zippedTag(etag) : etag;
    if (hasCurrent(request, tag))
      return new Response(null, { status: 304, headers: { ...headers, etag: tag } });
    if (!zips) return new Response(html, { headers: { ...headers, etag } });
    return new Response(await zipped(html), {
      headers: { ...headers, etag: tag, "content-encoding": "gzip" },
    });
  },
};

interface Page {
  readonly html: Buffer<ArrayBuffer>;
  readonly etag: string;
  readonly policy: string;
}

/** Made when it is first asked for: 9 MB that most servers never need. */
let page: Promise<Page> | null = null;

async function pageOf(): Promise<Page> {
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  const rendered = renderGraphiQL({
    title: "stancegraph GraphiQL",
    favicon: "data:,",
    defaultTabs: exampleQueries.map(({ query }) => ({ query })),
    subscriptionsProtocol: "SSE",
  });
  // Without this the editor's font draws "U.S.-led" as "U.S•–led".
  const html = rendered.replace(
    "</head>",
    "<style>* { font-variant-ligatures: none !important; }</style></head>",
  );
  const bytes = Buffer.from(html);
  return {
    html: bytes,
    etag: etagOf([html]),
    policy: policyOf(html),
  };
}

/** Only the page's own script runs; the editor sets styles and starts its workers from memory. */
function policyOf(html: string): string {
  const script = hashesOf("script", html).join(" ");
  return [
    "default-src 'none'",
    `script-src ${script}`,
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    "worker-src blob:",
    "connect-src 'self'",
    closedTo("'none'"),
  ].join("; ");
}
