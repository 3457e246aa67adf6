import { relayStylePagination } from "@apollo/client/utilities";

/** Options for `new InMemoryCache(…)`, made from the facts of one API. */
export const cacheOptionsOf = ({ possibleTypes, typePolicies, lookups }) => ({
  possibleTypes,
  typePolicies: withLookups(withPages(typePolicies), possibleTypes, lookups),
});

/**
 * relayStylePagination for a field, and three things more: it keeps `nodes` as well as `edges`; it makes up no `pageInfo` and no empty list
 * where a query did not ask for them; and a list can be kept apart by `@connection(key: "…")`.
 */
export const pagesOf = (keyArgs) => {
  const relay = relayStylePagination([...keyArgs, "@connection", ["key"]]);
  return { keyArgs: relay.keyArgs, read: readPages(relay), merge: mergePages(relay) };
};

const readPages = (relay) => (existing, options) => {
  if (!existing?.edges) return existing;
  const { pageInfo, ...page } = relay.read(existing, options);
  const nodes = page.edges.map((edge) => options.readField("node", edge));
  return { ...page, nodes, ...(existing.pageInfo && { pageInfo }) };
};

const mergePages = (relay) => (held, incoming, options) => {
  const goesOn = Boolean(options.args?.after ?? options.args?.before);
  // A list that failed is null: a failed page leaves the pages before it, a failed list has none.
  if (!incoming) return goesOn && held ? held : incoming;
  const existing = held ?? undefined;
  const page = asEdges(incoming);
  // What is not the continuation of the list that is held takes its place.
  const before = page.edges && !goesOn ? undefined : existing;
  const { edges, pageInfo, ...merged } = relay.merge(
    before && { edges: [], ...before },
    page,
    options,
  );
  return {
    ...extrasOf(existing),
    ...merged,
    ...((page.edges ?? before?.edges) && { edges }),
    ...((page.pageInfo ?? before?.pageInfo) && { pageInfo }),
  };
};

/** The list as edges, whichever way it was asked for. */
const asEdges = ({ nodes, ...page }) => {
  if (!nodes) return page;
  const edges = page.edges ?? nodes.map(() => ({}));
  return {
    ...page,
    edges: edges.map((edge, index) => ({ ...edge, node: together(edge.node, nodes[index]) })),
  };
};

// A node without an id is no reference: the two selections of it belong together.
const together = (one, other) =>
  one === undefined || "__ref" in other ? other : { ...one, ...other };

const extrasOf = ({ edges: _edges, pageInfo: _pageInfo, ...extras } = {}) => extras;

const withPages = (policies) =>
  map(policies, ({ fields, ...policy }) => ({
    ...policy,
    ...(fields && { fields: map(fields, ({ keyArgs }) => pagesOf(keyArgs)) }),
  }));

const withLookups = (policies, possibleTypes, lookups) => {
  const found = map(lookups, ({ type, id }) => ({
    // A null that is held is an answer of the server: it is not asked for again.
    read: (existing, options) =>
      existing === undefined
        ? inCache(possibleTypes[type] ?? [type], valueAt(options.args, id), options)
        : existing,
  }));
  return {
    ...policies,
    Query: { ...policies.Query, fields: { ...policies.Query?.fields, ...found } },
  };
};

const inCache = (types, id, options) => {
  if (typeof id === "string")
    return types
      .map((__typename) => options.toReference({ __typename, id }))
      .find((reference) => options.canRead(reference));
  const all = Array.isArray(id) ? id.map((one) => inCache(types, one, options)) : [];
  return all.length > 0 && all.every(Boolean) ? all : undefined;
};

const valueAt = (args, path) => path.reduce((value, name) => value?.[name], args);

const map = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
