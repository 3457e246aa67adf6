import { PriceListNotFound } from "../../../domain/pricing/errors.js";
import type { CatalogReads } from "../../catalog/ports/catalog-reads.js";
import { allPages } from "../../shared/page.js";
import { useCase } from "../../shared/use-case.js";
import { mayReadPricing } from "../ports/permissions.js";
import type { PriceListReads, PriceListView } from "../ports/price-list-reads.js";
import type { PriceField } from "./price-file.js";

interface Needs {
  readonly catalogReads: CatalogReads;
  readonly priceListReads: PriceListReads;
}

interface ExportListPrices {
  /** The keys of price lists; all when left out. */
  readonly lists?: readonly string[] | undefined;
}

type ExportedPrice = Readonly<Record<PriceField, string>>;

/**
 * Exports the prices of price lists, by list, variant and minimum quantity. A variant is named by
 * its SKU, by its id only without one.
 * @throws PriceListNotFound
 */
export const exportListPrices = useCase(
  mayReadPricing,
  (needs: Needs) =>
    async ({ lists: keys = [] }: ExportListPrices): Promise<AsyncIterable<ExportedPrice>> => {
      const all = await needs.priceListReads.all();
      for (const key of keys)
        if (!all.some((list) => list.key === key)) throw new PriceListNotFound(key, ["lists"]);
      return prices(
        needs,
        all.filter(({ key }) => keys.length === 0 || keys.includes(key)),
      );
    },
);

const PRICES_AT_ONCE = 500;

async function* prices(
  needs: Needs,
  lists: readonly PriceListView[],
): AsyncGenerator<ExportedPrice> {
  for (const list of lists) yield* pricesOf(needs, list);
}

async function* pricesOf(
  { catalogReads, priceListReads }: Needs,
  { id, key, currency }: PriceListView,
): AsyncGenerator<ExportedPrice> {
  const pages = allPages(PRICES_AT_ONCE, (page) => priceListReads.prices(id, page));
  for await (const items of pages) {
    const found = await catalogReads.variantsById(
      [...new Set(items.map(({ variantId }) => variantId))],
      { sees: "everything" },
      new Set(["sku"]),
    );
    const skus = new Map(found.map((variant) => [variant.id, variant.sku]));
    for (const item of items) {
      const sku = skus.get(item.variantId) ?? "";
      yield {
        list: key,
        sku,
        variantId: sku === "" ? item.variantId : "",
        minimumQuantity: String(item.minimumQuantity),
        currency,
        price: item.price.toDecimal(),
        compareAt: item.compareAt?.toDecimal() ?? "",
      };
    }
  }
}
