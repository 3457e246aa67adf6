import {
  getNullableType,
  type GraphQLFieldResolver,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";

/** The argument by which every list of a schema is filtered. */
export const FILTER = "filter";

/** What the description of each filter with a list says. */
export const ALL_CONDITIONS =
  "All conditions must hold (AND). An empty list means the same as leaving it out.";

/**
 * Makes an empty list in a filter mean the same as leaving it out, for each field of a schema that
 * has a filter: a form with nothing selected filters by nothing.
 */
export const leaveOutEmptyLists = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const filter = field.args.find(({ name }) => name === FILTER);
      if (filter && field.resolve) field.resolve = without(filter.type, field.resolve);
    }
  }
};

type Resolve = GraphQLFieldResolver<unknown, unknown, Readonly<Record<string, unknown>>>;

const without =
  (type: GraphQLInputType, resolve: Resolve): Resolve =>
  (source, args, context, info) => {
    const { [FILTER]: filter } = args;
    return filter == null
      ? resolve(source, args, context, info)
      : resolve(source, { ...args, [FILTER]: reduced(filter, type) ?? {} }, context, info);
  };

/**
 * A value without its empty lists. Undefined where nothing is left to say: for an empty list, and
 * for an object that must have one, such as an option without accepted values.
 */
const reduced = (value: unknown, of: GraphQLInputType): unknown => {
  const type = getNullableType(of);
  if (isListType(type) && Array.isArray(value)) {
    const items = value.flatMap((item) => reduced(item, type.ofType) ?? []);
    return items.length > 0 ? items : undefined;
  }
  if (!isInputObjectType(type) || typeof value !== "object" || value === null) return value;
  const entries: [string, unknown][] = [];
  for (const field of Object.values(type.getFields())) {
    const entry = (value as Readonly<Record<string, unknown>>)[field.name];
    if (entry === undefined) continue;
    const left = reduced(entry, field.type);
    if (left !== undefined) entries.push([field.name, left]);
    else if (isNonNullType(field.type)) return undefined;
  }
  return Object.fromEntries(entries);
};
