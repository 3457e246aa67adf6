import type { TaxCategoryView } from "../../../../application/pricing/ports/tax-reads.js";
import type { TaxCategoryId } from "../../../../domain/pricing/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";

/** One, together with all others that are requested in the same tick. */
export const loadTaxCategory = (
  { app, batch, viewer }: GraphqlContext,
  id: TaxCategoryId,
): Promise<TaxCategoryView | null> =>
  batch.load(
    ["tax category"],
    id,
    async (ids: readonly TaxCategoryId[]) =>
      new Map((await app.pricing.taxCategories.byId(ids, viewer)).map((view) => [view.id, view])),
  );

export const loadTaxCategoryByKey = (
  { app, batch, viewer }: GraphqlContext,
  key: string,
): Promise<TaxCategoryView | null> =>
  batch.load(
    ["tax category by key"],
    key,
    async (keys: readonly string[]) =>
      new Map(
        (await app.pricing.taxCategories.byKey(keys, viewer)).map((view) => [view.key, view]),
      ),
  );
