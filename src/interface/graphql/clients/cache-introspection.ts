import {
  type GraphQLSchema,
  type IntrospectionField,
  introspectionFromSchema,
  type IntrospectionType,
  type IntrospectionTypeRef,
} from "graphql";

/**
 * The part of an introspection that graphcache reads. It makes no difference between scalars, enums
 * and inputs.
 */
export const cacheIntrospection = (schema: GraphQLSchema) => {
  const { queryType, mutationType, subscriptionType, types } = introspectionFromSchema(schema, {
    descriptions: false,
  }).__schema;
  return {
    __schema: {
      queryType,
      mutationType,
      subscriptionType,
      types: [...types.filter(({ name }) => !name.startsWith("__")).flatMap(shapeOf), ANYTHING],
    },
  };
};

const ANYTHING = { kind: "SCALAR", name: "Any" };

const shapeOf = (type: IntrospectionType): readonly object[] => {
  if (type.kind === "UNION")
    return [{ kind: type.kind, name: type.name, possibleTypes: type.possibleTypes.map(plain) }];
  if (type.kind !== "OBJECT" && type.kind !== "INTERFACE") return [];
  const shape = {
    kind: type.kind,
    name: type.name,
    fields: type.fields.map(fieldOf),
    interfaces: type.interfaces.map(plain),
  };
  return [
    type.kind === "INTERFACE" ? { ...shape, possibleTypes: type.possibleTypes.map(plain) } : shape,
  ];
};

const fieldOf = ({ name, type, args }: IntrospectionField) => ({
  name,
  type: plain(type),
  args: args.map((argument) => ({ name: argument.name, type: plain(argument.type) })),
});

const plain = (type: IntrospectionTypeRef): object => {
  if (type.kind === "NON_NULL" || type.kind === "LIST")
    return { kind: type.kind, ofType: plain(type.ofType) };
  return type.kind === "OBJECT" || type.kind === "INTERFACE" || type.kind === "UNION"
    ? { kind: type.kind, name: type.name }
    : ANYTHING;
};
