import type { GraphQLResolveInfo } from "graphql";
import type { CollectionFilterRequest } from "../../../../application/catalog/reading/read-catalog.js";
import { type PageArguments, pageRequest } from "../../../../application/shared/page.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { Requested } from "../../execution/requested-fields.js";
import { type ConnectionSource, EMPTY_PAGE } from "../../paging/connection-source.js";
import { presentConnection } from "../../paging/present-connection.js";
import type { AdminCollectionFilterInput } from "./admin-collection-filter-input.js";
import type { CollectionSource } from "./collection-fields.js";
import { collectionFields } from "./collection-needs.js";
import type { CollectionSortInput } from "./collection-sort-input.js";
import { collectionBy } from "./load-collection.js";

/** One page of the collections that a filter lets through. An unknown or hidden parent has none. */
export const listCollections = async (
  args: PageArguments,
  filter: AdminCollectionFilterInput,
  sort: CollectionSortInput | null,
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<ConnectionSource<CollectionSource>> => {
  const { api, app, viewer } = context;
  const page = pageRequest(args);
  const conditions = await collectionFilter(filter, context);
  return presentConnection(info, context.batch, {
    read: async (nodes) =>
      conditions
        ? app.catalog[api].collections(
            {
              filter: conditions,
              sort: { key: sort?.key ?? "TITLE", reverse: sort?.reverse ?? false },
              page,
              fields: collectionFields(nodes),
            },
            viewer,
          )
        : EMPTY_PAGE,
    count: async () => (conditions ? app.catalog[api].countCollections(conditions, viewer) : 0),
  });
};

const NO_FIELDS: Requested = new Map();

/** Null where nothing can fit: below a hidden parent, or both below a parent and at the top. */
const collectionFilter = async (
  { roots, parent, kind, text, published }: AdminCollectionFilterInput,
  context: GraphqlContext,
): Promise<CollectionFilterRequest | null> => {
  const found = parent ? await collectionBy(parent, NO_FIELDS, context) : undefined;
  if (found === null || (found && roots)) return null;
  return {
    ...(roots && { parent: null }),
    ...(found && { parent: found.id }),
    ...(kind && { kind }),
    ...(text && { text }),
    ...(published != null && { published }),
  };
};
