import { GraphQLError, type ValidationRule } from "graphql";

/**
 * Refuses a mutation or subscription where the schema has none; graphql-js would refuse it only
 * during execution.
 */
export const knownOperations: ValidationRule = (context) => ({
  OperationDefinition: (node) => {
    if (!context.getSchema().getRootType(node.operation))
      context.reportError(new GraphQLError(`This API has no ${node.operation}s.`, { nodes: node }));
  },
});
