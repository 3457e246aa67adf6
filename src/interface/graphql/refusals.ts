import { GraphQLError, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from "graphql";
import { DomainError } from "../../domain/shared/domain-error.js";

/**
 * A refusal as something that an executor puts in its place. graphql-js takes every error with a list called `path` for one
 * that it has placed already, and the path of a DomainError leads into its command.
 */
export const placeable = (error: unknown): Error => {
  if (error instanceof DomainError)
    return new GraphQLError(error.message, { originalError: error });
  return error instanceof Error ? error : new Error(String(error));
};

/** Makes every resolver of a schema throw errors that can be placed. */
export const makeRefusalsPlaceable = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields()))
      if (field.resolve) field.resolve = placing(field.resolve);
  }
};

type Resolve = GraphQLFieldResolver<unknown, unknown>;

const placing =
  (resolve: Resolve): Resolve =>
  (source, args, context, info) => {
    try {
      const value: unknown = resolve(source, args, context, info);
      return value instanceof Promise ? value.catch(rethrow) : value;
    } catch (error) {
      throw placeable(error);
    }
  };

const rethrow = (error: unknown): never => {
  throw placeable(error);
};
