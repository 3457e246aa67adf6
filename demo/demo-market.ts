import { MAX_BULK_ITEMS } from "../src/application/shared/bulk.js";
import { MAX_PAGE_SIZE } from "../src/application/shared/page.js";
import { OPERATOR } from "../src/application/shared/viewer.js";
import type { App } from "../src/interface/app.js";
import { accepted } from "./accepted.js";
import { chunks } from "./chunks.js";

type Catalog = App["catalog"];
type PriceInput = Parameters<App["pricing"]["priceListPricesSet"]>[0]["items"][number];

/** A price in Swiss francs. */
export interface FrancPrice extends Omit<PriceInput, "variantId"> {
  readonly sku: string;
}

const LIST = "demo-francs";
const MARKET = {
  key: "ch",
  name: "Switzerland",
  countries: ["CH", "LI"],
  locales: ["de", "en"],
  pricesIncludeTax: true,
  taxRounding: { per: "RATE", mode: "HALF_UP" },
  payableRoundings: [{ paymentMethod: "cash", increment: "0.05" }],
} as const;

/** A second market with prices in francs, so that the header can be tried. */
export const demoMarket = ({ catalog, pricing }: Pick<App, "catalog" | "pricing">) => {
  const priceList = async () =>
    (await pricing.priceLists.all({}, OPERATOR)).find(({ key }) => key === LIST);
  const createPriceList = async () =>
    accepted(
      await pricing.priceListCreate(
        { priceList: { key: LIST, name: "Swiss francs", currency: "CHF" } },
        OPERATOR,
      ),
    ).priceListId;

  return {
    /** Does nothing where a market already has the key. */
    open: async (prices: readonly FrancPrice[]): Promise<void> => {
      if ((await pricing.markets.admin({}, OPERATOR)).some(({ key }) => key === MARKET.key)) return;
      const priceListId = (await priceList())?.id ?? (await createPriceList());
      const variants = await variantIdsBySku(catalog);
      const items = prices.flatMap(({ sku, ...price }) => {
        const variantId = variants.get(sku);
        return variantId === undefined ? [] : [{ ...price, variantId }];
      });
      for (const some of chunks(items, MAX_BULK_ITEMS))
        accepted(await pricing.priceListPricesSet({ priceListId, items: some }, OPERATOR));
      accepted(await pricing.marketCreate({ market: { ...MARKET, priceListId } }, OPERATOR));
    },

    /** Deletes the market, and its price list unless another market uses it. */
    close: async (): Promise<void> => {
      const list = await priceList();
      if (!list) return;
      const market = (await pricing.markets.admin({}, OPERATOR)).find(
        (one) => one.key === MARKET.key && one.priceList === list.id,
      );
      if (market) accepted(await pricing.marketDelete({ id: market.id }, OPERATOR));
      await pricing.priceListDelete({ id: list.id }, OPERATOR);
    },
  };
};

const variantIdsBySku = async (catalog: Catalog): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>();
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Catalog["variants"]["page"]>> = await catalog.variants.page(
      {
        filter: {},
        page: { size: MAX_PAGE_SIZE, direction: "forward", after, before: null },
        fields: new Set(["sku"] as const),
      },
      OPERATOR,
    );
    for (const { item } of page.items) if (item.sku) ids.set(item.sku, item.id);
    after = page.hasNextPage ? (page.items.at(-1)?.cursor ?? null) : null;
  } while (after !== null);
  return ids;
};
