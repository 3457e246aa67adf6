import { isScalarType, isSpecifiedScalarType, type GraphQLSchema } from "graphql";

const OF_JSON: Readonly<Record<string, string>> = {
  string: "string",
  number: "number",
  integer: "number",
  boolean: "boolean",
};

/**
 * What each scalar is in an answer, as a type of TypeScript. A scalar says it itself, by the JSON schema among its extensions; one that does not may be anything.
 * ID is told too, because code generators take numbers for ids as well.
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
