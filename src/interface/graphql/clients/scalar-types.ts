import { type GraphQLSchema, isScalarType, isSpecifiedScalarType } from "graphql";

const OF_JSON: Readonly<Record<string, string>> = {
  string: "string",
  number: "number",
  integer: "number",
  boolean: "boolean",
};

/**
 * The TypeScript type of each scalar in an answer, from the JSON schema among its extensions;
 * `unknown` without one. ID is included, because code generators would also accept numbers as ids.
 */
export const scalarTypes = (schema: GraphQLSchema): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter(isScalarType)
      .filter((scalar) => !isSpecifiedScalarType(scalar) || scalar.name === "ID")
      .map(({ name, extensions }) => [name, name === "ID" ? "string" : typeOf(extensions)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

const typeOf = ({ jsonSchema }: { readonly jsonSchema?: { readonly type?: string } }): string =>
  OF_JSON[jsonSchema?.type ?? ""] ?? "unknown";
