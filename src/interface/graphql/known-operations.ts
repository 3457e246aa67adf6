import { GraphQLError, type ValidationRule } from "graphql";

/** Refuses a mutation or subscription where the schema has none; graphql-js finds out only when it executes. */
export const knownOperations: ValidationRule = (context) => ({
  OperationDefinition: (node) => {
    if (!context.getSchema().getRootType(node.operation))
      context.reportError(
        new GraphQLError(`There are no ${node.operation}s in this API.`, { nodes: node }),
      );
  },
});
