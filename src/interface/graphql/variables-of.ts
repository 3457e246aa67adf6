import { getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from "graphql";

// graphql-js makes an error with a stack for each wrong value, and counts them only where it executes: a list of 50,000 wrong
// values kept the process busy for ten seconds.
const MOST_ERRORS = 50;

/** The variables of an operation in the forms that the schema wants; null where they do not fit. */
export const variablesOf = (
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | null =>
  getVariableValues(schema, variableDefinitions, given, { maxErrors: MOST_ERRORS }).coerced ?? null;
