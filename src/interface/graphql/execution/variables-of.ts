import { getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from "graphql";

// graphql-js makes an error with a stack for each wrong value, and limits them only during
// execution: a list of 50,000 wrong values kept the process busy for ten seconds.
const MAX_ERRORS = 50;

/** The coerced variables of an operation; null where they do not fit the schema. */
export const variablesOf = (
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | null =>
  getVariableValues(schema, variableDefinitions, variables, { maxErrors: MAX_ERRORS }).coerced ??
  null;
