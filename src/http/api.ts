import type { Call } from "./call.ts";
import { cacheHeaders } from "./etag.ts";
import { apiPath } from "./incoming.ts";
import type { Known } from "./known.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { Route } from "./router.ts";
import type { yogaOf } from "./yoga.ts";

/** The GraphQL API. */
export function api(yoga: ReturnType<typeof yogaOf>, { mediaTypes }: Known): Route {
  return {
    path: apiPath,
    methods: ["GET", "POST"],
    access: "readers",
    crossOrigin: true,
    async answer(request, call) {
      const response = await yoga.fetch(request, { call });
      if (response.status === 406) return refuse(request, call, notAcceptable);
      for (const [name, value] of Object.entries(cachingOf(call, response)))
        response.headers.set(name, value);
      const mediaType = response.headers.get("content-type") ?? "";
      if (response.headers.has("etag") && inOnePiece.test(mediaType))
        mediaTypes.set(request.headers.get("accept") ?? "", mediaType);
      return response;
    },
  };
}

/** Media types of answers that are no streams; a 304 has none. */
const inOnePiece = /^application\/(graphql-response\+)?json;/;

const notAcceptable: Refusal = {
  status: 406,
  code: "NOT_ACCEPTABLE",
  message:
    "Accept application/graphql-response+json or application/json; for a subscription, text/event-stream.",
};

/** Only a whole answer to a query may be kept: a failure may pass, and a mutation is done each time. */
function cachingOf(call: Call, { status }: Response): Readonly<Record<string, string>> {
  if (status === 304) return {};
  const isWhole = status === 200 && call.operation?.kind === "query" && call.failures.length === 0;
  if (isWhole && call.etag !== null) return { etag: call.etag, ...cacheHeaders(call) };
  return { ...cacheHeaders(call), "cache-control": "no-store" };
}
