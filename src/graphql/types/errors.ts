import { errorCodes, type Problem, type StanceGraphError } from "../../domain/error.ts";
import { builder } from "../builder.ts";
import { enumOf } from "../enums.ts";
import {
  ConflictError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  UnavailableError,
} from "../errors.ts";

const upper = errorCodes.map((code) => code.toUpperCase() as Uppercase<typeof code>);

const ErrorCodeEnum = enumOf("ErrorCode", "What went wrong, for programs.", upper, {
  INVALID: "The input cannot be taken as it is.",
  NOT_FOUND: "Something named is not there.",
  CONFLICT: "It contradicts what is there.",
  FORBIDDEN: "The key does not allow it.",
  UNAVAILABLE: "The graph cannot be used just now; try again.",
  CORRUPT: "The database is damaged.",
});

const UserErrorRef = builder.interfaceRef<StanceGraphError>("UserError").implement({
  description: "A trouble that the caller can act on.",
  fields: (t) => ({
    message: t.exposeString("message", {
      description: "What is wrong and what to do about it, in a sentence.",
    }),
    code: t.field({
      type: ErrorCodeEnum,
      description: "What went wrong, for programs.",
      resolve: ({ code }) => code.toUpperCase() as Uppercase<typeof code>,
    }),
    path: t.exposeStringList("path", {
      description: "Where in the input, outermost first; empty when in no one place.",
    }),
  }),
});

const ProblemRef = builder.objectRef<Problem>("Problem").implement({
  description: "One thing wrong with one place of the input.",
  fields: (t) => ({
    file: t.exposeString("file", { description: "In which text; input, where it is a mutation's own." }),
    line: t.exposeInt("line", {
      nullable: true,
      description: "On which line, from 1; null where there are none.",
    }),
    field: t.exposeString("field", { description: "In which field, as in stances[3].quote." }),
    message: t.exposeString("message", { description: "What is wrong and what to do about it." }),
  }),
});

builder.objectType(InvalidInputError, {
  name: "InvalidInputError",
  description: "The input cannot be taken as it is. Nothing was written.",
  interfaces: [UserErrorRef],
  fields: (t) => ({
    problems: t.expose("problems", {
      type: [ProblemRef],
      description: "All that is wrong, place by place; the first thousand.",
    }),
  }),
});

const others = [
  {
    error: NotFoundError,
    name: "NotFoundError",
    description: "Something named is not there. Nothing was written.",
  },
  {
    error: ConflictError,
    name: "ConflictError",
    description: "It contradicts what is there. Nothing was written.",
  },
  {
    error: ForbiddenError,
    name: "ForbiddenError",
    description: "The request has no key that allows it. Nothing was written.",
  },
  {
    error: UnavailableError,
    name: "UnavailableError",
    description: "The graph cannot be written just now, or is damaged. Nothing was written.",
  },
] as const;

for (const { error, name, description } of others) {
  builder.objectType(error, { name, description, interfaces: [UserErrorRef] });
}
