import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from "graphql";
import { toGraphqlError } from "./to-graphql-error.js";

/** Makes every resolver of a schema throw errors that the executor can give a path. */
export const convertResolverErrors = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields()))
      if (field.resolve) field.resolve = converting(field.resolve);
  }
};

type Resolve = GraphQLFieldResolver<unknown, unknown>;

const converting =
  (resolve: Resolve): Resolve =>
  (source, args, context, info) => {
    try {
      const value: unknown = resolve(source, args, context, info);
      return value instanceof Promise ? value.catch(rethrow) : value;
    } catch (error) {
      throw toGraphqlError(error);
    }
  };

const rethrow = (error: unknown): never => {
  throw toGraphqlError(error);
};
