import { graphql } from "graphql";
import { errorCodes, StanceGraphError } from "../domain/error.ts";
import type { NetworkFormat } from "../export/networks/drawing.ts";
import { contextOf } from "../graphql/context.ts";
import { type DrawingAnswer, drawingIn, drawingQuery } from "../graphql/drawing.ts";
import { schema } from "../graphql/schema.ts";
import type { Store } from "../store/open.ts";
import type { ComputePool } from "./compute-pool.ts";
import { within } from "./json.ts";

export interface NetworkExportOptions {
  readonly store: Store;
  readonly pool: ComputePool;
  readonly version: string;
}

/** The network that `input` asks for in JSON, in the words of the API's NetworkInput; the whole when left out. */
export async function networkText(
  format: NetworkFormat,
  input: unknown,
  { store, pool, version, leaving }: NetworkExportOptions & { readonly leaving: AbortSignal },
): Promise<string> {
  const compute = pool.computeFor(leaving);
  const contextValue = contextOf({ store, who: "an export", scope: "read", version, compute });
  const { data, errors } = await graphql({
    schema,
    source: drawingQuery,
    contextValue,
    variableValues: { input },
  });
  const [error] = errors ?? [];
  if (error === undefined) return format.write(drawingIn(data as unknown as DrawingAnswer));
  const code = errorCodes.find((each) => each.toUpperCase() === error.extensions.code);
  if (code !== undefined) throw new StanceGraphError(code, error.message);
  if (error.path === undefined) throw new StanceGraphError("invalid", error.message);
  throw error.originalError ?? error;
}

/** The parameter `input`, the only one there is. */
export function networkInputOf(given: URLSearchParams): unknown {
  const unknown = [...given.keys()].find((name) => name !== "input");
  if (unknown !== undefined)
    throw new StanceGraphError(
      "invalid",
      `There is no parameter "${unknown}"; there is input, the API's NetworkInput in JSON.`,
    );
  const text = given.get("input");
  if (text === null) return {};
  try {
    return within(JSON.parse(text), '"input"');
  } catch (error) {
    if (error instanceof StanceGraphError) throw error;
    throw new StanceGraphError("invalid", `"input" is not valid JSON: ${(error as Error).message}.`);
  }
}
