import { type GraphQLField, type GraphQLSchema, isObjectType } from "graphql";
import type { Policy } from "../../../application/shared/viewer.js";
import { POLICIES } from "../../policies.js";

/** A field of a root type and who may request it. */
interface FieldPolicy {
  readonly field: string;
  readonly operations: readonly string[];
  readonly policy: Policy;
}

/**
 * The policies of all fields of the root types.
 * @throws Error when a field names no operation, or one that does not exist: there is no field
 * without a policy
 */
export const fieldPolicies = (schema: GraphQLSchema): readonly FieldPolicy[] =>
  rootFields(schema).map(({ at, field }) => policyOf(at, field));

/**
 * Adds to the description of each field of the root types who may request it.
 * @throws Error as fieldPolicies does
 */
export const describePolicies = (schema: GraphQLSchema): void => {
  for (const { at, field } of rootFields(schema))
    field.description = `${field.description ?? ""}\n\n${policyText(policyOf(at, field).policy)}`;
};

export const policyText = (policy: Policy): string =>
  policy.allows === "anybody"
    ? "No permission needed."
    : `Needs the permission \`${policy.permission}\`.`;

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

const policyOf = (at: string, { extensions }: GraphQLField<unknown, unknown>): FieldPolicy => {
  const { operations } = extensions as { readonly operations?: readonly string[] };
  if (!operations)
    throw new Error(
      `The field ${at} has no policy: name the operation that it calls with @Operation.`,
    );
  const policies = operations.map((operation) => {
    const policy = POLICIES.get(operation);
    if (!policy) throw new Error(`The field ${at} calls ${operation}, which does not exist in any context.`);
    return policy;
  });
  const [policy = { allows: "anybody" } as const] = policies;
  if (policies.some((other) => policyText(other) !== policyText(policy)))
    throw new Error(`The operations that the field ${at} calls have different policies.`);
  return { field: at, operations, policy };
};
