import { type GraphQLSchema, isNonNullType } from "graphql";

/**
 * Makes every field of the type Query that calls an operation nullable: where one of them fails, the
 * others are answered. A field that must not be null would empty the whole answer.
 */
export const nullableRootFields = (schema: GraphQLSchema): void => {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const { operations } = field.extensions as { readonly operations?: readonly string[] };
    if (!operations?.length || !isNonNullType(field.type)) continue;
    field.type = field.type.ofType;
    field.description = `${field.description ?? ""} When it fails it is null, and \`errors\` says why.`;
  }
};
