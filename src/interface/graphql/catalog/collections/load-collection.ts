import type { CollectionId } from "../../../../domain/catalog/ids.js";
import { fieldsKey } from "../../execution/fields-key.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { loadById } from "../../execution/load-by-id.js";
import type { Requested } from "../../execution/requested-fields.js";
import { idOf } from "../../schema/id-of.js";
import { type IdOrSlug, slugOf } from "../../schema/id-or-slug.js";
import type { CollectionSource } from "./collection-fields.js";
import { collectionFields } from "./collection-needs.js";

/** One collection, together with all others that are requested in the same tick. */
export const loadCollection = (
  context: GraphqlContext,
  id: CollectionId,
  requested: Requested,
): Promise<CollectionSource | null> => {
  const { api, app, viewer } = context;
  const fields = collectionFields(requested);
  return loadById(context, "collection", id, fields, (ids: readonly CollectionId[]) =>
    app.catalog[api].collectionsById({ ids, fields }, viewer),
  );
};

/** @throws InvalidId */
export const collectionBy = (
  { id, slug = "" }: IdOrSlug,
  requested: Requested,
  context: GraphqlContext,
): Promise<CollectionSource | null> => {
  if (id !== undefined) return loadCollection(context, idOf("collection", id), requested);
  const { api, app, batch, viewer } = context;
  const fields = collectionFields(requested);
  return batch.load(
    ["collection by slug", fieldsKey(fields)],
    slugOf(slug),
    (slugs: readonly string[]) => app.catalog[api].collectionsBySlug({ slugs, fields }, viewer),
  );
};
