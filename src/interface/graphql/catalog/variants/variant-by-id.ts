import type { VariantId } from "../../../../domain/catalog/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { fieldsKey } from "../../execution/fields-key.js";
import { loadById } from "../../execution/load-by-id.js";
import type { Requested } from "../../execution/requested-fields.js";
import { presentVariants, type VariantSource } from "./present-variants.js";
import { priceAndStockFields, variantFields } from "./variant-needs.js";

/** One variant with the values of the requested fields; null when there is none. */
export const variantById = async (
  id: VariantId,
  requested: Requested,
  context: GraphqlContext,
): Promise<VariantSource | null> => {
  const { api, app, viewer } = context;
  const fields = variantFields(requested);
  const priceAndStock = priceAndStockFields(requested);
  const kind = `variant with ${fieldsKey(priceAndStock)}`;
  const view = await loadById(context, kind, id, fields, (ids: readonly VariantId[]) =>
    app.catalog[api].variantsById({ ids, fields, priceAndStock }, viewer),
  );
  const [variant = null] = view ? await presentVariants([view], requested, context) : [];
  return variant;
};
