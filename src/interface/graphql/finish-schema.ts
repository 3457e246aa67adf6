import { type GraphQLSchema, isAbstractType, isInputObjectType, isObjectType } from "graphql";
import type { Policy } from "../../application/shared/viewer.js";
import { convertResolverErrors } from "./errors/convert-resolver-errors.js";
import { describePolicies } from "./schema/field-policies.js";
import { callDirectly } from "./schema/field-resolver.js";
import { nullableRootFields } from "./schema/nullable-root-fields.js";
import { isOneOf } from "./schema/one-of.js";
import { leaveOutEmptyLists } from "./schema/leave-out-empty-lists.js";

/** Adds to a schema what type-graphql cannot declare. */
export const finishSchema = (
  schema: GraphQLSchema,
  policies: ReadonlyMap<string, Policy>,
): GraphQLSchema => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type)) type.isOneOf = isOneOf(type);
    // The compiled executor needs a synchronous function; that of type-graphql is asynchronous.
    if (isAbstractType(type))
      type.resolveType = (value: { readonly __typename?: string }) => value.__typename;
    if (isObjectType(type) && type.name === "Query") type.description = "All queries.";
    if (isObjectType(type) && type.name === "Mutation")
      type.description =
        "All mutations. Send an `Idempotency-Key` header to make a mutation safe to send again.";
  }
  nullableRootFields(schema);
  describePolicies(schema, policies);
  callDirectly(schema);
  leaveOutEmptyLists(schema);
  convertResolverErrors(schema);
  return schema;
};
