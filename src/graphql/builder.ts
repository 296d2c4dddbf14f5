import SchemaBuilder from "@pothos/core";
import ComplexityPlugin from "@pothos/plugin-complexity";
import ErrorsPlugin from "@pothos/plugin-errors";
import RelayPlugin from "@pothos/plugin-relay";
import ScopeAuthPlugin from "@pothos/plugin-scope-auth";
import WithInputPlugin from "@pothos/plugin-with-input";
import type { Scope } from "../domain/coder.ts";
import type { Day, Edtf, Instant } from "../domain/edtf.ts";
import type { Context } from "./context.ts";
import { costOf, tooCostly } from "./cost.ts";
import { userErrors } from "./errors.ts";
import { measured } from "./limits.ts";
import { forbidden, holds } from "./scope.ts";
import { troubles } from "./troubles-plugin.ts";

interface Types {
  Context: Context;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: Day; Output: Day };
    DateTime: { Input: Instant; Output: Instant };
    EDTF: { Input: string; Output: Edtf };
  };
  /** Counted only when asked for. */
  Connection: { totalCount: () => number };
  AuthScopes: { scope: Scope };
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
}

/** The first plugin is the outermost: it sees a request first, and an error last. */
export const builder = new SchemaBuilder<Types>({
  plugins: [troubles, ComplexityPlugin, ErrorsPlugin, ScopeAuthPlugin, RelayPlugin, WithInputPlugin],
  defaultFieldNullability: false,
  complexity: {
    fieldComplexity: costOf,
    // Without a limit nothing is measured.
    limit: ({ limits }) =>
      limits === measured ? {} : { complexity: limits.maxComplexity, depth: limits.maxDepth },
    complexityError: tooCostly,
  },
  errors: {
    directResult: true,
    defaultTypes: [...userErrors],
    defaultUnionOptions: {
      name: ({ fieldName }) => `${capitalised(fieldName)}Result`,
      description: "What came of it, or why it was refused.",
    },
  },
  scopeAuth: {
    authScopes: (context) => ({ scope: (needed) => holds(context.scope, needed) }),
    unauthorizedError: forbidden,
    authorizeOnSubscribe: true,
  },
  withInput: {
    typeOptions: { name: ({ fieldName }) => `${capitalised(fieldName)}Input`, description: "What it takes." },
    argOptions: { description: "What it takes." },
  },
  relay: {
    cursorType: "String",
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      complexity: { field: 0, multiplier: 1 },
      description: "The items with their cursors.",
    },
    nodesOnConnection: { complexity: { field: 0, multiplier: 1 }, description: "The items." },
    nodeFieldOptions: { nullable: false, description: "The item." },
    cursorFieldOptions: {
      description: "Where the item is in its list: an opaque text for `after` and `before`.",
    },
    pageInfoFieldOptions: { description: "Where this page is in its list." },
    pageInfoTypeOptions: { description: "Where a page is in its list." },
    hasNextPageFieldOptions: { description: "Whether items follow." },
    hasPreviousPageFieldOptions: { description: "Whether items come before." },
    startCursorFieldOptions: { description: "The cursor of the first item; null on an empty page." },
    endCursorFieldOptions: { description: "The cursor of the last item; null on an empty page." },
    firstArgOptions: {
      description:
        "How many items at most, 0 to 100, from the start or after `after`; 20 when neither `first` nor `last` is given.",
    },
    lastArgOptions: { description: "How many items at most, 0 to 100, from the end or before `before`." },
    afterArgOptions: { description: "A cursor: items that follow it. Goes with `first`." },
    beforeArgOptions: { description: "A cursor: items that come before it. Goes with `last`." },
  },
});

builder.globalConnectionField("totalCount", (t) =>
  t.int({
    description: "How many items there are on all pages together; counted only when asked for.",
    complexity: 5,
    resolve: ({ totalCount }) => totalCount(),
  }),
);

builder.queryType({
  description: "Everything that can be asked.",
  authScopes: { scope: "read" },
});

builder.mutationType({
  description: "Everything that changes the graph. Each needs a key, and leaves an entry in the audit.",
});

builder.subscriptionType({
  description: "News of changes, as they happen, whoever makes them.",
  authScopes: { scope: "read" },
});

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
