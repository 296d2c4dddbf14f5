import { StanceGraphError } from "../domain/error.ts";
import type { Store } from "../store/open.ts";
import { refusalOf, refuse } from "./refusal.ts";
import type { Route } from "./router.ts";

/** Whether the process lives: it answers, so it does. */
export const alive: Route = {
  path: "/healthz",
  methods: ["GET"],
  access: "everybody",
  answer: () => Response.json({ status: "ok" }, noStore),
};

/** Whether requests can be served: the store answers. */
export function ready(store: Store): Route {
  return {
    path: "/readyz",
    methods: ["GET"],
    access: "everybody",
    answer(request, call) {
      try {
        return Response.json({ status: "ready", revision: store.dataset.revision() }, noStore);
      } catch (error) {
        const { code, message } = error instanceof StanceGraphError ? refusalOf(error) : notReady;
        return refuse(request, call, { status: 503, code, message });
      }
    },
  };
}

const noStore = { headers: { "cache-control": "no-store" } };
const notReady = { code: "UNAVAILABLE", message: "The store does not answer." };
