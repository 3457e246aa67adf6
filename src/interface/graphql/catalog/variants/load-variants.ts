import type { FieldsOf, Selected } from "../../../../application/catalog/ports/audience.js";
import type {
  PriceAndStockField,
  PriceAndStockView,
} from "../../../../application/catalog/ports/prices-and-stock.js";
import type { VariantView } from "../../../../application/catalog/ports/product-view.js";
import type { VariantId } from "../../../../domain/catalog/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";

/**
 * Those variants that still exist. Everything requested in one tick is one call, whatever the
 * fields, so the answer may hold more fields than requested.
 */
export const loadVariants = async (
  { api, app, batch, viewer }: GraphqlContext,
  ids: readonly VariantId[],
  fields: FieldsOf<VariantView>,
): Promise<readonly Selected<VariantView>[]> => {
  const found = await batch.loadTogether<
    VariantId,
    Exclude<keyof VariantView, "id">,
    Selected<VariantView>
  >("variants", { ids, fields }, async (all, together) =>
    // Links and prices need nothing but the id.
    together.size === 0
      ? all.map((id) => [id, { id }] as const)
      : (await app.catalog[api].variantsById({ ids: all, fields: together }, viewer)).map(
          (view) => [view.id, view] as const,
        ),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
};

/** Everything requested in one tick is one call, so the answer may hold more than requested. */
export const loadPricesAndStock = (
  { api, app, batch, viewer }: GraphqlContext,
  ids: readonly VariantId[],
  fields: ReadonlySet<PriceAndStockField>,
): Promise<ReadonlyMap<VariantId, Partial<PriceAndStockView>>> =>
  batch.loadTogether("prices and stock", { ids, fields }, (all, together) =>
    app.catalog[api].pricesAndStock({ ids: all, fields: together }, viewer),
  );
