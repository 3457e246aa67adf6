import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

/** How a cache keeps what it was told, in the words of Apollo Client: as much of its type policies as is plain data. */
export type TypePolicies = Readonly<
  Record<
    string,
    {
      readonly keyFields?: false;
      readonly merge?: true;
      readonly fields?: Readonly<Record<string, ListPolicy>>;
    }
  >
>;

interface ListPolicy {
  readonly keyArgs: readonly string[];
}

/** A field of Query that finds entities by id: of which type they are, and where among the arguments the id, or the list of ids, stands. */
export interface Lookup {
  readonly type: string;
  readonly id: readonly string[];
}

/** Every interface and union with the types that may stand in its place. */
export const possibleTypes = (schema: GraphQLSchema): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    typesOf(schema)
      .filter(isAbstractType)
      .map((type) => [
        type.name,
        schema
          .getPossibleTypes(type)
          .map(({ name }) => name)
          .toSorted(),
      ]),
  );

/** Values have no key. A list that is read page by page is one list for all that ask alike but for the page. */
export const typePolicies = (schema: GraphQLSchema): TypePolicies =>
  Object.fromEntries(
    typesOf(schema)
      .filter(isObjectType)
      .flatMap((type) => {
        const fields = listPolicies(type);
        const policy = {
          ...(isValue(schema, type) && { keyFields: false as const, merge: true as const }),
          ...(Object.keys(fields).length > 0 && { fields }),
        };
        return Object.keys(policy).length > 0 ? [[type.name, policy]] : [];
      }),
  );

/** The types that have no key in graphcache, which else looks for an id. */
export const keys = (schema: GraphQLSchema): Readonly<Record<string, null>> =>
  Object.fromEntries(
    typesOf(schema)
      .filter(isObjectType)
      .filter((type) => isValue(schema, type))
      .map(({ name }) => [name, null]),
  );

/** The fields of Query that a cache can answer from what it holds already. */
export const lookups = (schema: GraphQLSchema): Readonly<Record<string, Lookup>> =>
  Object.fromEntries(
    Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
      const type = getNamedType(field.type);
      const id = type.name === "Node" || isEntity(type) ? placeOfId(field) : null;
      return id ? [[field.name, { type: type.name, id }]] : [];
    }),
  );

const typesOf = (schema: GraphQLSchema): readonly GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));

const isEntity = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Node");

const isValue = (schema: GraphQLSchema, type: GraphQLObjectType): boolean =>
  !isEntity(type) &&
  ![schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type);

const PAGE_ARGUMENTS: ReadonlySet<string> = new Set(["first", "after", "last", "before"]);

const listPolicies = (type: GraphQLObjectType): Readonly<Record<string, ListPolicy>> =>
  Object.fromEntries(
    Object.values(type.getFields())
      .filter((field) => isConnection(getNamedType(field.type)))
      .map(({ name, args }) => [
        name,
        {
          keyArgs: args
            .map((argument) => argument.name)
            .filter((argument) => !PAGE_ARGUMENTS.has(argument)),
        },
      ]),
  );

// By its form, not by its name: whatever has edges and pageInfo is read page by page.
const isConnection = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && "edges" in type.getFields() && "pageInfo" in type.getFields();

const placeOfId = ({ type, args }: GraphQLField<unknown, unknown>): readonly string[] | null => {
  const [argument, ...others] = args;
  if (!argument || others.length > 0) return null;
  const input = getNamedType(argument.type);
  if (input.name === "ID") return isList(argument.type) === isList(type) ? [argument.name] : null;
  return isInputObjectType(input) && String(input.getFields()["id"]?.type) === "ID"
    ? [argument.name, "id"]
    : null;
};

const isList = (
  type:
    GraphQLField<unknown, unknown>["type"] | GraphQLField<unknown, unknown>["args"][number]["type"],
): boolean => isListType(getNullableType(type));
