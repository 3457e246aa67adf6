import { type GraphQLField, type GraphQLSchema, isObjectType } from "graphql";
import { anybody, type Policy } from "../../../application/shared/viewer.js";
import { POLICIES } from "../../policies.js";

/** The policies of operations, by the full names of the operations. */
type Policies = ReadonlyMap<string, Policy>;

/** A field of a root type and who may request it. */
interface FieldPolicy {
  readonly field: string;
  readonly operations: readonly string[];
  /** Several where the kind of thing decides which one applies. */
  readonly policies: readonly [Policy, ...Policy[]];
}

/** What the decorators of operations note on a field. */
interface FieldOperations {
  readonly operations: readonly string[];
  readonly byKind: boolean;
}

/**
 * The policies of all fields of the root types.
 * @throws Error when a field names no operation, or one that does not exist: there is no field
 * without a policy
 */
export const fieldPolicies = (
  schema: GraphQLSchema,
  known: Policies = POLICIES,
): readonly FieldPolicy[] => rootFields(schema).map(({ at, field }) => policyOf(at, field, known));

/**
 * Adds to the description of each field of the root types who may request it.
 * @throws Error as fieldPolicies does
 */
export const describePolicies = (schema: GraphQLSchema, known: Policies = POLICIES): void => {
  for (const { at, field } of rootFields(schema))
    field.description = `${field.description ?? ""}\n\n${policyText(policyOf(at, field, known).policies)}`;
};

export const policyText = (policies: readonly Policy[]): string => {
  const permissions = policies
    .flatMap((policy) => (policy.allows === "holders" ? [`\`${policy.permission}\``] : []))
    .toSorted();
  if (permissions.length === 0) return "No permission needed.";
  if (policies.length === 1) return `Needs the permission ${permissions.join()}.`;
  return `Needs the permission of what it finds: ${permissions.join(", ")}.`;
};

const rootFields = (
  schema: GraphQLSchema,
): { readonly at: string; readonly field: GraphQLField<unknown, unknown> }[] =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields()).map((field) => ({
          at: `${type.name}.${field.name}`,
          field,
        }))
      : [],
  );

const policyOf = (
  at: string,
  { extensions }: GraphQLField<unknown, unknown>,
  known: Policies,
): FieldPolicy => {
  const { operations, byKind = false } = extensions as Partial<FieldOperations>;
  if (!operations)
    throw new Error(
      `The field ${at} has no policy: name the operation that it calls with @Operation.`,
    );
  const policies = operations.map((operation) => {
    const policy = known.get(operation);
    if (!policy) throw new Error(`The field ${at} calls ${operation}, which does not exist in any context.`);
    return policy;
  });
  const [policy = anybody, ...others] = [
    ...new Map(policies.map((one) => [policyText([one]), one])).values(),
  ];
  if (others.length > 0 && !byKind)
    throw new Error(`The operations that the field ${at} calls have different policies.`);
  return { field: at, operations, policies: [policy, ...others] };
};
