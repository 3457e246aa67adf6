import type { Catalog } from "../../../application/catalog/catalog.js";
import type {
  FieldsOf,
  MetafieldDefinitionView,
  ProductRevision,
  ScheduledPriceView,
} from "../../../application/catalog/ports.js";
import type { ListPriceView } from "../../../application/pricing/ports.js";
import type { Pricing } from "../../../application/pricing/pricing.js";
import type { Page, PageRequest } from "../../../application/shared/page.js";
import type { WorkId } from "../../../application/shared/schedule.js";
import type { Viewer } from "../../../application/shared/viewer.js";
import type { MetafieldDefinitionId, ProductId, VariantId } from "../../../domain/catalog/ids.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import { batcher } from "../batcher.js";
import { EMPTY_PAGE } from "../connection.js";

/** What only staff may look up. One set per request, as catalogLoaders. */
export const staffLoaders = (
  {
    history,
    metafieldDefinitions,
    oldSlugs,
    scheduledPrices,
  }: Pick<Catalog, "history" | "oldSlugs" | "metafieldDefinitions" | "scheduledPrices">,
  viewer: Viewer,
  { priceLists }: Pick<Pricing, "priceLists">,
) => {
  const batch = batcher();
  return {
    historyOf: async (id: ProductId, page: PageRequest): Promise<Page<ProductRevision>> =>
      (await batch(["history", page], (ids: readonly ProductId[]) =>
        history.ofProducts({ ids, page }, viewer),
      ).load(id)) ?? EMPTY_PAGE,
    countHistory: async (id: ProductId): Promise<number> =>
      (await batch(["count history"], (ids: readonly ProductId[]) =>
        history.count(ids, viewer),
      ).load(id)) ?? 0,

    oldSlugsOf: async (id: ProductId): Promise<readonly string[]> =>
      (await batch(["old slugs"], (ids: readonly ProductId[]) => oldSlugs(ids, viewer)).load(id)) ??
      [],

    scheduledPricesOf: async (id: VariantId): Promise<readonly ScheduledPriceView[]> =>
      (await batch(["scheduled prices"], (ids: readonly VariantId[]) =>
        scheduledPrices.ofVariants(ids, viewer),
      ).load(id)) ?? [],
    scheduledPrice: (id: WorkId) =>
      batch(
        ["scheduled price"],
        async (ids: readonly WorkId[]) =>
          new Map((await scheduledPrices.byId(ids, viewer)).map((view) => [view.id, view])),
      ).load(id),

    listPricesOf: async (id: VariantId): Promise<readonly ListPriceView[]> =>
      (await batch(["list prices"], (ids: readonly VariantId[]) =>
        priceLists.pricesOfVariants(ids, viewer),
      ).load(id)) ?? [],
    priceList: (id: PriceListId) =>
      batch(
        ["price list"],
        async (_: readonly PriceListId[]) =>
          new Map((await priceLists.all({}, viewer)).map((view) => [view.id, view])),
      ).load(id),

    metafieldDefinition: (id: MetafieldDefinitionId, fields: FieldsOf<MetafieldDefinitionView>) =>
      batch(
        ["metafield definition", [...fields].toSorted()],
        async (ids: readonly MetafieldDefinitionId[]) =>
          new Map(
            (await metafieldDefinitions.byId({ ids, fields }, viewer)).map((view) => [
              view.id,
              view,
            ]),
          ),
      ).load(id),
    countMetafieldUses: async (id: MetafieldDefinitionId): Promise<number> =>
      (await batch(["count metafield uses"], (ids: readonly MetafieldDefinitionId[]) =>
        metafieldDefinitions.countUses(ids, viewer),
      ).load(id)) ?? 0,
  };
};

export type StaffLoaders = ReturnType<typeof staffLoaders>;
