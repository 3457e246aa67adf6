import type { FieldsOf } from "../../../../application/catalog/ports/audience.js";
import type { ProductView } from "../../../../application/catalog/ports/product-view.js";
import type { ProductId } from "../../../../domain/catalog/ids.js";
import { fieldsKey } from "../../execution/fields-key.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { loadById } from "../../execution/load-by-id.js";
import type { Requested } from "../../execution/requested-fields.js";
import { idOf } from "../../schema/id-of.js";
import { type IdOrSlug, slugOf } from "../../schema/id-or-slug.js";
import type { ProductSource } from "./product-fields.js";
import { productFields } from "./product-needs.js";

/**
 * One product, together with all others that are requested in the same tick with the same fields.
 */
export const loadProduct = (
  context: GraphqlContext,
  id: ProductId,
  fields: FieldsOf<ProductView>,
): Promise<ProductSource | null> => {
  const { api, app, viewer } = context;
  return loadById(context, "product", id, fields, (ids: readonly ProductId[]) =>
    app.catalog[api].productsById({ ids, fields }, viewer),
  );
};

/** @throws InvalidId */
export const productBy = (
  { id, slug = "" }: IdOrSlug,
  requested: Requested,
  context: GraphqlContext,
): Promise<ProductSource | null> => {
  const { api, app, batch, viewer } = context;
  const fields = productFields(requested);
  return id === undefined
    ? batch.load(["product by slug", fieldsKey(fields)], slugOf(slug), (slugs: readonly string[]) =>
        app.catalog[api].productsBySlug({ slugs, fields }, viewer),
      )
    : loadProduct(context, idOf("product", id), fields);
};
