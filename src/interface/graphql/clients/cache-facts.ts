import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isInputObjectType,
  isListType,
  isObjectType,
} from "graphql";

/** What a cache has to know of a schema, as plain data. */
export const cacheFacts = (schema: GraphQLSchema) => ({
  possibleTypes: possibleTypes(schema),
  typePolicies: typePolicies(schema),
  keys: keys(schema),
  lookups: lookups(schema),
});

/** The type policies of Apollo Client, as far as they are plain data. */
type TypePolicies = Readonly<
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

/**
 * A field of Query that finds entities by id: their type, and the path of the id or of the list of
 * ids among the arguments.
 */
interface Lookup {
  readonly type: string;
  readonly id: readonly string[];
}

/** Every interface and union with its possible types. */
const possibleTypes = (schema: GraphQLSchema): Readonly<Record<string, readonly string[]>> =>
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

/** Values have no key. Requests that differ only in the page read one and the same list. */
const typePolicies = (schema: GraphQLSchema): TypePolicies =>
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

/** The types that have no key in graphcache, which expects an id otherwise. */
const keys = (schema: GraphQLSchema): Readonly<Record<string, null>> =>
  Object.fromEntries(
    typesOf(schema)
      .filter(isObjectType)
      .filter((type) => isValue(schema, type))
      .map(({ name }) => [name, null]),
  );

/** The fields of Query that a cache can answer from its own content. */
const lookups = (schema: GraphQLSchema): Readonly<Record<string, Lookup>> =>
  Object.fromEntries(
    Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
      const type = getNamedType(field.type);
      const id = type.name === "Node" || isEntity(type) ? pathOfId(field) : null;
      return id ? [[field.name, { type: type.name, id }]] : [];
    }),
  );

const typesOf = (schema: GraphQLSchema): readonly GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));

const isEntity = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Node");

/** What has an id of its own is kept by it, also where no field of Query finds it again. */
const hasId = (type: GraphQLObjectType): boolean => String(type.getFields()["id"]?.type) === "ID!";

const isValue = (schema: GraphQLSchema, type: GraphQLObjectType): boolean =>
  !hasId(type) &&
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

// By its form, not by its name: a type with edges and pageInfo is read page by page.
const isConnection = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && "edges" in type.getFields() && "pageInfo" in type.getFields();

const pathOfId = ({ type, args }: GraphQLField<unknown, unknown>): readonly string[] | null => {
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
