import { afterEach, beforeEach } from "vitest";
import type { Audience } from "../../../src/application/catalog/ports/audience.js";
import type { CatalogReads } from "../../../src/application/catalog/ports/catalog-reads.js";
import type { PricesAndStock } from "../../../src/application/catalog/ports/prices-and-stock.js";
import type { ProductList } from "../../../src/application/catalog/ports/product-list.js";
import { priceListCreate } from "../../../src/application/pricing/price-lists/price-list-create.js";
import { priceListPricesSet } from "../../../src/application/pricing/list-prices/price-list-prices-set.js";
import type { EditStores } from "../../../src/application/catalog/product-edit/lock-products.js";
import { marketCreate } from "../../../src/application/pricing/markets/market-create.js";
import type { MarketView } from "../../../src/application/pricing/ports/markets.js";
import type { CustomerGroupReads } from "../../../src/application/pricing/ports/customer-group-reads.js";
import type { PriceCandidates } from "../../../src/application/pricing/ports/price-candidates.js";
import type { PriceListReads } from "../../../src/application/pricing/ports/price-list-reads.js";
import type { Outcome } from "../../../src/application/shared/change.js";
import type { IdempotencyStores } from "../../../src/application/shared/idempotency-keys.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import type { PriceListId } from "../../../src/domain/pricing/ids.js";
import { fillShop } from "../../builders/fill-shop.js";
import { openTestMarket } from "../../builders/open-test-market.js";
import { aVariant } from "../../builders/product-content.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { ALL } from "../catalog/page-walks.js";

export interface MarketsSubject {
  readonly unitOfWork: UnitOfWork<EditStores & IdempotencyStores>;
  readonly catalogReads: CatalogReads;
  readonly pricesAndStock: PricesAndStock;
  readonly priceListReads: PriceListReads;
  readonly customerGroupReads: CustomerGroupReads;
  readonly priceCandidates: PriceCandidates;
  readonly readMarkets: () => Promise<readonly MarketView[]>;
  close?(): Promise<void>;
}

export const codes = ({ refusals }: Outcome<unknown>): readonly string[] =>
  refusals.map(({ code }) => code);
export const made = <Result>({ result, refusals }: Outcome<Result>): Result => {
  if (result === null) throw new Error(JSON.stringify(refusals));
  return result;
};

/** Opens the store before each test of a describe block, and fills it. */
export const marketShop = (open: () => Promise<MarketsSubject>) => {
  let subject: MarketsSubject;
  let ids = numberedIds(900_000);
  const needs = () => ({
    unitOfWork: subject.unitOfWork,
    clock: fixedClock(),
    ids,
    currency: "EUR",
  });
  const list = async (key: string, currency: string): Promise<PriceListId> =>
    made(await priceListCreate(needs())({ priceList: { key, currency } }, OPERATOR)).priceListId;
  const set = (
    priceListId: string,
    items: readonly {
      readonly variantId: string;
      readonly price: string;
      readonly compareAtPrice?: string;
    }[],
  ) => priceListPricesSet(needs())({ priceListId, items }, OPERATOR);
  const market = (words: Parameters<ReturnType<typeof marketCreate>>[0]["market"]) =>
    marketCreate(needs())({ market: words }, OPERATOR);
  const at = (priceList: PriceListId, currency: string): Audience => ({
    sees: "everything",
    shoppingContext: {
      market: "there",
      currency,
      priceLists: [priceList],
      locale: null,
      moment: new Date("2026-01-01T12:00:00.000Z"),
      salesChannel: "WEB",
    },
  });
  const products = (audience: Audience, more: Partial<ProductList> = {}) =>
    subject.catalogReads.products(
      { filter: {}, sort: { key: "PRICE", reverse: false }, page: ALL, ...more },
      audience,
      new Set(["priceRange", "available", "onSale"]),
    );
  const listed = async (audience: Audience, more: Partial<ProductList> = {}) =>
    (await products(audience, more)).items.map(({ item }) => [
      Number(item.id.slice(-6)),
      item.priceRange &&
        `${item.priceRange.min.toDecimal()}-${item.priceRange.max.toDecimal()} ${item.priceRange.min.currency}`,
      item.available,
      item.onSale,
    ]);

  beforeEach(async () => {
    ids = numberedIds(900_000);
    subject = await open();
    await openTestMarket(subject.unitOfWork);
    await fillShop(subject.unitOfWork, {
      products: [
        {
          number: 1,
          content: { variants: [aVariant(10)] },
          pricesAndStock: [{ price: "10.00", onHand: 5 }],
        },
        {
          number: 2,
          content: {
            options: [{ name: "Size", values: ["S", "L"] }],
            variants: [
              aVariant(20, { optionValues: ["S"] }),
              aVariant(21, { optionValues: ["L"] }),
            ],
          },
          pricesAndStock: [
            { price: "20.00", compareAt: "25.00", onHand: 1 },
            { price: "30.00", onHand: 0 },
          ],
        },
        { number: 3, content: { variants: [aVariant(30)] }, pricesAndStock: [{ onHand: 5 }] },
      ],
    });
  });
  afterEach(async () => subject.close?.());

  return {
    get subject() {
      return subject;
    },
    get ids() {
      return ids;
    },
    needs,
    list,
    set,
    market,
    at,
    products,
    listed,
  };
};

export type MarketShop = ReturnType<typeof marketShop>;
