import { whereFlag } from "../asking.ts";
import { type Quoted, quotedFields, quoteIn } from "../findings.ts";
import { aboutFlags, actorsNamed, among, issuesNamed } from "../named.ts";
import { rowsVerb } from "../read.ts";

interface Answer {
  readonly disagreements: readonly {
    readonly holder: { readonly name: string };
    readonly issue: { readonly label: string };
    readonly document: { readonly id: string };
    readonly fields: readonly string[];
    readonly stances: readonly (Quoted & {
      readonly id: string;
      readonly direction: string;
      readonly intensity: number;
      readonly status: string;
      readonly coder: { readonly name: string };
    })[];
  }[];
}

/** Where coders disagree, a row a reading. */
export const conflicts = rowsVerb({
  arguments: {},
  flags: { ...aboutFlags, where: whereFlag("{coder: {is: {name: {in: [Ana, Ben]}}}}") },
  notes:
    "Readings with one number are of the same words. Decide between them by `review adjudicate` and the id of the right one.",
  examples: [["stancegraph review conflicts", "Where coders read the same words differently."]],
  document: `
    query Disagreements($where: StanceWhere) {
      disagreements(where: $where) {
        holder { name } issue { label } document { id } fields
        stances { id direction intensity status coder { name } ${quotedFields} }
      }
    }
  `,
  variables: async ({ actor, issue, where }, graph) => ({
    where: among(where, { holder: await actorsNamed(graph, actor), issue: await issuesNamed(graph, issue) }),
  }),
  rows: ({ disagreements }: Answer) =>
    disagreements.flatMap(({ holder, issue, document, fields, stances }, index) =>
      stances.map(({ id, direction, intensity, status, coder, ...quoted }) => ({
        number: index + 1,
        holder: holder.name,
        issue: issue.label,
        coder: coder.name,
        direction,
        intensity,
        fields: fields.join(" "),
        quote: quoteIn(quoted),
        status,
        document: document.id,
        id,
      })),
    ),
  columns: [
    { name: "number", summary: "The same for readings of the same words." },
    { name: "holder", summary: "Of whom." },
    { name: "issue", summary: "On what." },
    { name: "coder", summary: "Who reads it so." },
    { name: "direction", summary: "For or against, or neither." },
    { name: "intensity", summary: "-2 to 2." },
    { name: "fields", summary: "In what the readings differ." },
    { name: "quote", summary: "The words." },
    { name: "status", summary: "PROPOSED or ACCEPTED.", isDetail: true },
    { name: "document", summary: "Where.", isDetail: true },
    { name: "id", summary: "The stance's id." },
  ],
});
