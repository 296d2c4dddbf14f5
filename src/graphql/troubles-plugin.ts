import SchemaBuilder, { BasePlugin, isThenable, type SchemaTypes } from "@pothos/core";
import type { GraphQLFieldResolver } from "graphql";
import { StanceGraphError } from "../domain/error.ts";
import { graphqlErrorOf } from "./errors.ts";

export const troubles = "troubles";

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      troubles: TroublesPlugin<Types>;
    }
  }
}

/**
 * Makes GraphQL errors of expected troubles where they are thrown. GraphQL takes an error that has a path for one of
 * its own, already told; ours have a path too, that of the input, so the field's would be lost.
 */
class TroublesPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(resolve: Resolve<Types>): Resolve<Types> {
    return told(resolve);
  }

  override wrapSubscribe(subscribe: Resolve<Types>): Resolve<Types> {
    return told(subscribe);
  }
}

SchemaBuilder.registerPlugin(troubles, TroublesPlugin);

type Resolve<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types["Context"], object>;

function told<Types extends SchemaTypes>(resolve: Resolve<Types>): Resolve<Types> {
  return (parent, args, context, info) => {
    try {
      const result = resolve(parent, args, context, info);
      return isThenable(result) ? Promise.resolve(result).catch(tell) : result;
    } catch (error) {
      return tell(error);
    }
  };
}

function tell(error: unknown): never {
  throw error instanceof StanceGraphError ? graphqlErrorOf(error) : error;
}
