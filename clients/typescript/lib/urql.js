import { relayPagination } from "@urql/exchange-graphcache/extras";

/** The types without a key, for graphcache. */
export const keysOf = (keys) => map(keys, () => () => null);

/** How graphcache joins pages, and finds entities by id. */
export const resolversOf = ({ possibleTypes, typePolicies, lookups }) =>
  withLookups(pagesOf(typePolicies), possibleTypes, lookups);

const pagesOf = (policies) =>
  Object.fromEntries(
    Object.entries(policies).flatMap(([type, { fields }]) =>
      fields ? [[type, map(fields, () => relayPagination())]] : [],
    ),
  );

const withLookups = (resolvers, possibleTypes, lookups) => {
  const found = map(lookups, ({ type, id }) => (_parent, args, cache, info) => {
    const told = cache.resolve(info.parentKey, info.fieldName, args);
    return told === undefined
      ? inCache(possibleTypes[type] ?? [type], valueAt(args, id), cache)
      : told;
  });
  return { ...resolvers, Query: { ...resolvers.Query, ...found } };
};

const inCache = (types, id, cache) => {
  if (typeof id === "string")
    return types
      .map((__typename) => ({ __typename, id }))
      .find((entity) => typeof cache.resolve(entity, "id") === "string");
  const all = Array.isArray(id) ? id.map((one) => inCache(types, one, cache)) : [];
  return all.length > 0 && all.every(Boolean) ? all : undefined;
};

const valueAt = (args, path) => path.reduce((value, name) => value?.[name], args);

const map = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
