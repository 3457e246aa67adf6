import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ListPriceWords } from "../application/catalog/offers/set-list-prices.js";
import { MOST_ITEMS } from "../application/shared/bulk.js";
import type { Outcome } from "../application/shared/change.js";
import { MAX_PAGE_SIZE } from "../application/shared/page.js";
import { OPERATOR } from "../application/shared/viewer.js";
import type { App } from "../interface/app.js";
import { PROJECT_FOLDER } from "./project.js";

const LIST = "demo-francs";
const MARKET = { key: "ch", name: "Switzerland", countries: ["CH", "LI"], locales: ["de", "en"] };

interface FrancPrice extends Omit<ListPriceWords, "variantId"> {
  readonly sku: string;
}

/** Opens a second market for the demo, in francs, unless a market has its key: so that the header can be tried. */
export const openDemoMarket = async ({ catalog, pricing }: App): Promise<void> => {
  if ((await pricing.markets({}, OPERATOR)).some(({ key }) => key === MARKET.key)) return;
  const known = (await pricing.priceLists.all({}, OPERATOR)).find(({ key }) => key === LIST);
  const priceListId =
    known?.id ??
    done(
      await catalog.priceListCreate(
        { priceList: { key: LIST, name: "Swiss francs", currency: "CHF" } },
        OPERATOR,
      ),
    ).priceListId;
  const prices = JSON.parse(
    await readFile(join(PROJECT_FOLDER, "demo", "francs.json"), "utf8"),
  ) as readonly FrancPrice[];
  const variants = await idsBySku(catalog);
  const items = prices.flatMap(({ sku, ...price }) => {
    const variantId = variants.get(sku);
    return variantId === undefined ? [] : [{ ...price, variantId }];
  });
  for (let start = 0; start < items.length; start += MOST_ITEMS)
    done(
      await catalog.priceListPricesSet(
        { priceListId, items: items.slice(start, start + MOST_ITEMS) },
        OPERATOR,
      ),
    );
  done(await pricing.marketCreate({ market: { ...MARKET, priceListId } }, OPERATOR));
};

/** Closes it again, and takes its price list away where no other market has come to use it. */
export const closeDemoMarket = async ({ catalog, pricing }: App): Promise<void> => {
  const list = (await pricing.priceLists.all({}, OPERATOR)).find(({ key }) => key === LIST);
  if (!list) return;
  const market = (await pricing.markets({}, OPERATOR)).find(
    ({ key, priceList }) => key === MARKET.key && priceList === list.id,
  );
  if (market) done(await pricing.marketDelete({ id: market.id }, OPERATOR));
  await catalog.priceListDelete({ id: list.id }, OPERATOR);
};

const idsBySku = async (catalog: App["catalog"]): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>();
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof catalog.variants.page>> = await catalog.variants.page(
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

const done = <Result>({ result, refusals }: Outcome<Result>): Result => {
  if (result === null)
    throw new Error(
      `The market of the demo was refused: ${refusals.map(({ message }) => message).join(" ")}`,
    );
  return result;
};
