import type { Call } from "./call.ts";
import { allowOrigins, preflight } from "./cors.ts";
import { type Refusal, refuse } from "./refusal.ts";

export interface Route {
  /** A path, or a beginning of paths that ends in `/*`. */
  readonly path: string;
  /** HEAD comes with GET. */
  readonly methods: readonly ("GET" | "POST")[];
  /** Readers need a key where reading is closed. */
  readonly access: "everybody" | "readers";
  /** Programs of other sites may ask. */
  readonly crossOrigin?: boolean;
  readonly answer: (request: Request, call: Call) => Response | Promise<Response>;
}

/** The answer of the route whose path it is. `admit` says whether the caller may have it. */
export async function route(
  routes: readonly Route[],
  request: Request,
  call: Call,
  admit: (route: Route) => Refusal | null,
): Promise<Response> {
  const found = routes.find(({ path }) => leadsTo(path, call.path));
  if (found === undefined) return refuse(request, call, notFound(call.path));
  call.route = found.path;
  const response = await answerOf(found, request, call, admit);
  if (found.crossOrigin) allowOrigins(response);
  return response;
}

function answerOf(found: Route, request: Request, call: Call, admit: (route: Route) => Refusal | null) {
  const allowed = [...found.methods, ...(found.methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"];
  if (!allowed.includes(request.method)) return refuse(request, call, wrongMethod(request.method, allowed));
  if (request.method === "OPTIONS") return preflight(allowed);
  const refusal = admit(found);
  if (refusal !== null) return refuse(request, call, refusal);
  return request.method === "HEAD" ? headOf(found, request, call) : found.answer(request, call);
}

/** The answer to the same GET, without its body. */
async function headOf(found: Route, request: Request, call: Call): Promise<Response> {
  const response = await found.answer(new Request(request, { method: "GET" }), call);
  await response.body?.cancel();
  return new Response(null, response);
}

function leadsTo(path: string, asked: string): boolean {
  if (path.endsWith("/*")) return asked.startsWith(path.slice(0, -1));
  return asked === path || (path !== "/" && asked === `${path}/`);
}

function notFound(path: string): Refusal {
  return { status: 404, code: "NOT_FOUND", message: `There is nothing at ${path}; start at / or /graphql.` };
}

function wrongMethod(method: string, allowed: readonly string[]): Refusal {
  const message = `${method} does not go here; use ${allowed.join(", ")}.`;
  return { status: 405, code: "METHOD_NOT_ALLOWED", message, headers: { allow: allowed.join(", ") } };
}
