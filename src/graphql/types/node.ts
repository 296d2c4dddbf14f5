import { StanceGraphError } from "../../domain/error.ts";
import { kindOf } from "../../domain/id.ts";
import { maxPageSize } from "../../store/page.ts";
import { builder } from "../builder.ts";
import type { Context } from "../context.ts";
import { hintNodes, nodeOf } from "../nodes.ts";
import { NodeRef } from "../refs.ts";

const typeNames = {
  actor: "Actor",
  issue: "Issue",
  document: "Document",
  evidence: "Evidence",
  stance: "Stance",
  relation: "Relation",
  event: "Event",
  coder: "Coder",
} as const;

NodeRef.implement({
  description: "Anything with an id of its own.",
  fields: (t) => ({
    id: t.exposeID("id", {
      description:
        "Its id, the same everywhere: in the API, the command line, exports and URLs; readable, as in actor:united-states.",
    }),
  }),
  resolveType: ({ id }) => typeNames[kindOf(id) as keyof typeof typeNames],
});

builder.queryFields((t) => ({
  node: t.field({
    type: NodeRef,
    nullable: true,
    description:
      "The thing with an id; null when there is none. A merged actor or issue answers by what it was merged into.",
    args: { id: t.arg.id({ required: true, description: "Its id, as in stance:3f9c…." }) },
    resolve: (_root, { id }, context) => nodeOf(context, id),
  }),
  nodes: t.field({
    type: [NodeRef],
    nullable: { list: false, items: true },
    description: "The things with these ids, in this order; null where there is none.",
    args: { ids: t.arg.idList({ required: true, description: "Their ids, 100 at most." }) },
    complexity: ({ ids }) => ({ field: 1, multiplier: ids.length }),
    resolve: (_root, { ids }, context) => nodesOf(context, ids),
  }),
}));

function nodesOf(context: Context, ids: readonly string[]) {
  if (ids.length > maxPageSize) {
    throw new StanceGraphError("invalid", `At most ${maxPageSize} ids at once; ${ids.length} were given.`, [
      "ids",
    ]);
  }
  hintNodes(context, ids);
  return ids.map((id) => nodeOf(context, id));
}
