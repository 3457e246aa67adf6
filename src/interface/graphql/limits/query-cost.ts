import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { variablesOf } from "../execution/variables-of.js";
import { CostCounter, type QueryCost } from "./cost-counter.js";

/**
 * The cost of an operation with these variables. Pages inside pages multiply, so a short document
 * could otherwise request millions of objects.
 * @throws GraphQLError where variables leave an argument without a value that it needs
 */
export const queryCost = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): QueryCost => {
  const known = costs.get(operation);
  const key = known && keyOf(known, variables);
  const cached = key === undefined ? undefined : known?.byValues.get(key);
  if (cached) return cached;
  const coerced = variablesOf(schema, operation, variables);
  const root = schema.getRootType(operation.operation);
  // The executor refuses variables that do not fit.
  if (!coerced || !root) return LEAST;
  const counter = new CostCounter(schema, document, coerced);
  const cost = counted(() => counter.cost(operation, root));
  if (operation.operation === "query") keep(operation, variables, counter.decidingVariables, cost);
  return cost;
};

const LEAST: QueryCost = { points: 1, aliasesOfField: 0 };
const MAX_KEPT = 20;

interface KnownCosts {
  /** The variables that sizes or conditions depend on, as far as they were met. */
  readonly names: readonly string[];
  readonly byValues: Map<string, QueryCost>;
}

const costs = new WeakMap<OperationDefinitionNode, KnownCosts>();

/** Undefined where a variable is null: counting finds a null where an argument must not be null. */
const keyOf = (
  { names }: KnownCosts,
  variables: Readonly<Record<string, unknown>>,
): string | undefined => {
  for (const name in variables) if (variables[name] === null) return undefined;
  return names.length === 0 ? "" : JSON.stringify(names.map((name) => variables[name]));
};

const keep = (
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  deciding: ReadonlySet<string>,
  cost: QueryCost,
): void => {
  const known = costs.get(operation);
  const names = [...new Set([...(known?.names ?? []), ...deciding])];
  const isKeyed = known?.names.length === names.length && known.byValues.size < MAX_KEPT;
  const kept = isKeyed ? known : { names, byValues: new Map<string, QueryCost>() };
  costs.set(operation, kept);
  const key = keyOf(kept, variables);
  if (key !== undefined) kept.byValues.set(key, cost);
};

const counted = (count: () => QueryCost): QueryCost => {
  try {
    return count();
  } catch (error) {
    // A nullable variable in a non-null position: graphql-js finds it only during execution, and
    // reports it as a bug.
    throw error instanceof GraphQLError
      ? new GraphQLError(error.message, {
          nodes: error.nodes ?? null,
          extensions: { code: "BAD_USER_INPUT" },
        })
      : error;
  }
};
