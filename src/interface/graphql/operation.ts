import { isObjectType, type GraphQLField, type GraphQLSchema } from "graphql";
import { Extensions } from "type-graphql";
import { POLICIES } from "../policies.js";
import type { Policy } from "../../application/shared/viewer.js";

/** Names the operations of the application that a field of a root type calls: `catalog.productUpdate`. They share one policy. */
export const Operation = (...operations: readonly [string, ...string[]]) =>
  Extensions({ operations });

/** Says that a field of a root type calls no operation: it tells only what everybody may know. */
export const OpenToAll = () => Extensions({ operations: [] });

/** A field of a root type and who may ask for it. */
export interface FieldPolicy {
  readonly field: string;
  readonly operations: readonly string[];
  readonly policy: Policy;
}

/**
 * Who may ask for each field of the root types.
 * @throws Error when a field does not say which operation it calls, or names one that is not there: there is no field without a policy
 */
export const fieldPolicies = (schema: GraphQLSchema): readonly FieldPolicy[] =>
  rootFields(schema).map(({ at, field }) => policyOf(at, field));

/** Writes below the description of each field of the root types who may ask for it. @throws Error as fieldPolicies does */
export const describePolicies = (schema: GraphQLSchema): void => {
  for (const { at, field } of rootFields(schema))
    field.description = `${field.description ?? ""}\n\n${inWords(policyOf(at, field).policy)}`;
};

export const inWords = (policy: Policy): string =>
  policy.allows === "anybody"
    ? "Anybody may ask for it."
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
      `The field ${at} says nothing of who may ask for it: name the operation that it calls with @Operation.`,
    );
  const policies = operations.map((operation) => {
    const policy = POLICIES.get(operation);
    if (!policy) throw new Error(`The field ${at} calls ${operation}, which no context offers.`);
    return policy;
  });
  const [policy = { allows: "anybody" } as const] = policies;
  if (policies.some((other) => inWords(other) !== inWords(policy)))
    throw new Error(`The operations that the field ${at} calls have different policies.`);
  return { field: at, operations, policy };
};
