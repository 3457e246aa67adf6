import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createPriceList,
  deletePriceList,
} from "../../../src/application/catalog/offers/price-list-life.js";
import {
  fillPriceLists,
  PRODUCTS_PER_PORTION,
} from "../../../src/application/catalog/offers/fill-price-list.js";
import {
  removeListPrices,
  setListPrices,
} from "../../../src/application/catalog/offers/set-list-prices.js";
import type {
  Audience,
  CatalogReads,
  Offers,
  ProductList,
} from "../../../src/application/catalog/ports.js";
import { reorderVariants } from "../../../src/application/catalog/parts/reorder-variants.js";
import { adjustStock } from "../../../src/application/catalog/offers/adjust-stock.js";
import { deleteProduct } from "../../../src/application/catalog/products/delete-product.js";
import { duplicateProduct } from "../../../src/application/catalog/products/duplicate-product.js";
import type { EditStores } from "../../../src/application/catalog/products/take-products.js";
import { updateManyVariants } from "../../../src/application/catalog/parts/update-many-variants.js";
import { createMarket } from "../../../src/application/pricing/markets/create-market.js";
import { updateMarket } from "../../../src/application/pricing/markets/update-market.js";
import type { MarketView, PriceListReads } from "../../../src/application/pricing/ports.js";
import type { Outcome } from "../../../src/application/shared/change.js";
import type { IdempotencyStores } from "../../../src/application/shared/idempotency.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import type { PriceListId } from "../../../src/domain/pricing/ids.js";
import { id } from "../../../src/domain/shared/id.js";
import { openForBusiness } from "../../builders/default-market.js";
import { aVariant, productId, variantId } from "../../builders/product-content.js";
import { fillShelf } from "../../builders/shelf.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { randomFrom } from "../../integration/random-from.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { ALL } from "./walks.js";

export interface MarketsSubject {
  readonly unitOfWork: UnitOfWork<EditStores & IdempotencyStores>;
  readonly catalogReads: CatalogReads;
  readonly offers: Offers;
  readonly priceListReads: PriceListReads;
  readonly readMarkets: () => Promise<readonly MarketView[]>;
  close?(): Promise<void>;
}

const codes = ({ refusals }: Outcome<unknown>): readonly string[] =>
  refusals.map(({ code }) => code);
const made = <Result>({ result, refusals }: Outcome<Result>): Result => {
  if (result === null) throw new Error(JSON.stringify(refusals));
  return result;
};

/** Markets and price lists, as every store must keep them and every reading must heed them. */
export const marketsContract = (name: string, open: () => Promise<MarketsSubject>): void => {
  describe(`markets: ${name}`, () => {
    let subject: MarketsSubject;
    let ids = numberedIds(900_000);
    const needs = () => ({
      unitOfWork: subject.unitOfWork,
      clock: fixedClock(),
      ids,
      currency: "EUR",
    });
    const list = async (key: string, currency: string): Promise<PriceListId> =>
      made(await createPriceList(needs())({ priceList: { key, currency } }, OPERATOR)).priceListId;
    const set = (
      priceListId: string,
      items: readonly {
        readonly variantId: string;
        readonly price: string;
        readonly compareAtPrice?: string;
      }[],
    ) => setListPrices(needs())({ priceListId, items }, OPERATOR);
    const market = (words: Parameters<ReturnType<typeof createMarket>>[0]["market"]) =>
      createMarket(needs())({ market: words }, OPERATOR);
    const at = (priceList: PriceListId, currency: string): Audience => ({
      sees: "everything",
      place: { market: "there", currency, priceList, locale: null },
    });
    const products = (audience: Audience, more: Partial<ProductList> = {}) =>
      subject.catalogReads.products(
        { filter: {}, sort: { key: "PRICE", reverse: false }, page: ALL, ...more },
        audience,
        new Set(["priceRange", "available", "onSale"]),
      );
    const shown = async (audience: Audience, more: Partial<ProductList> = {}) =>
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
      await openForBusiness(subject.unitOfWork);
      await fillShelf(subject.unitOfWork, {
        products: [
          {
            number: 1,
            content: { variants: [aVariant(10)] },
            tags: [{ price: "10.00", onHand: 5 }],
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
            tags: [
              { price: "20.00", compareAt: "25.00", onHand: 1 },
              { price: "30.00", onHand: 0 },
            ],
          },
          { number: 3, content: { variants: [aVariant(30)] }, tags: [{ onHand: 5 }] },
        ],
      });
    });
    afterEach(async () => subject.close?.());

    test("of two that are opened at once with one key, one is there", async () => {
      const opened = await Promise.all([
        market({ key: "at" }),
        market({ key: "at" }),
        market({ key: "at" }),
      ]);

      expect(opened.map(codes).toSorted((a, b) => a.length - b.length)).toEqual([
        [],
        ["MARKET_KEY_TAKEN"],
        ["MARKET_KEY_TAKEN"],
      ]);
      expect((await subject.readMarkets()).map(({ key, isDefault }) => [key, isDefault])).toEqual([
        ["default", true],
        ["at", false],
      ]);
    });

    test("the default market is there once, however many processes open the shop, and stays as it was opened", async () => {
      const opened = await Promise.all(
        ["USD", "CHF", "EUR"].map((currency) =>
          openForBusiness(subject.unitOfWork, currency, "de", ids),
        ),
      );

      expect(opened.map(({ currency, locales }) => [currency, ...locales].join(" "))).toEqual([
        "EUR en",
        "EUR en",
        "EUR en",
      ]);
      expect(await subject.readMarkets()).toHaveLength(1);
    });

    test("the default market is there once, also under another key", async () => {
      const [home] = await subject.readMarkets();
      made(
        await updateMarket(needs())({ id: home?.id ?? "", changes: { key: "europe" } }, OPERATOR),
      );

      expect((await openForBusiness(subject.unitOfWork, "USD", "de", ids)).key).toBe("europe");
      expect(await subject.readMarkets()).toHaveLength(1);
    });

    test("no country belongs to two of them, also when two ask for it at once", async () => {
      const opened = await Promise.all([
        market({ key: "de", countries: ["DE", "AT"] }),
        market({ key: "at", countries: ["AT"] }),
      ]);
      expect(opened.map(codes).toSorted((a, b) => a.length - b.length)).toEqual([
        [],
        ["COUNTRY_TAKEN"],
      ]);

      const [, stored] = await subject.readMarkets();
      made(
        await updateMarket(needs())({ id: stored?.id ?? "", changes: { countries: [] } }, OPERATOR),
      );
      expect(codes(await market({ key: "third", countries: ["AT"] }))).toEqual([]);
    });

    test("a price list is not taken away while a market is about to use it", async () => {
      const francs = await list("francs", "CHF");
      const [opened, deleted] = await Promise.all([
        market({ key: "ch", priceListId: francs }),
        deletePriceList(needs())({ id: francs }, OPERATOR),
      ]);

      const [markets, lists] = [await subject.readMarkets(), await subject.priceListReads.all()];
      expect([codes(opened), codes(deleted)]).toEqual(
        lists.length === 1 ? [[], ["PRICE_LIST_IN_USE"]] : [["PRICE_LIST_NOT_FOUND"], []],
      );
      expect(markets.filter(({ priceList }) => priceList === francs)).toHaveLength(lists.length);
    });

    test("a list in another currency sells only what it has a price for", async () => {
      const francs = await list("francs", "CHF");
      made(
        await set(francs, [
          { variantId: variantId(21), price: "33.00", compareAtPrice: "40.00" },
          { variantId: variantId(10), price: "11.00" },
        ]),
      );

      expect(await shown(at(francs, "CHF"))).toEqual([
        [1, "11.00-11.00 CHF", true, false],
        [2, "33.00-33.00 CHF", false, true],
        [3, null, false, false],
      ]);
      const offers = await subject.offers.byVariant(
        [variantId(10), variantId(20), variantId(21)],
        new Set(["price", "isOffered"]),
        at(francs, "CHF").place,
      );
      expect(
        [...offers].map(([variant, { price, isOffered }]) => [
          variant,
          price?.toDecimal(),
          price?.currency,
          isOffered,
        ]),
      ).toEqual([
        [variantId(10), "11.00", "CHF", true],
        [variantId(20), undefined, undefined, false],
        [variantId(21), "33.00", "CHF", true],
      ]);
    });

    test("a list in the same currency sells the rest at the prices that variants have themselves", async () => {
      const sale = await list("sale", "EUR");
      made(await set(sale, [{ variantId: variantId(20), price: "5.00" }]));

      expect(await shown(at(sale, "EUR"))).toEqual([
        [2, "5.00-30.00 EUR", true, false],
        [1, "10.00-10.00 EUR", true, false],
        [3, null, false, false],
      ]);
      const offers = await subject.offers.byVariant(
        [variantId(20), variantId(21), variantId(30)],
        new Set(["price", "compareAt", "isOffered"]),
        at(sale, "EUR").place,
      );
      expect(
        [...offers.values()].map(({ price, compareAt, isOffered }) => [
          price?.toDecimal(),
          compareAt?.toDecimal(),
          isOffered,
        ]),
      ).toEqual([
        ["5.00", undefined, true],
        ["30.00", undefined, true],
        [undefined, undefined, false],
      ]);
    });

    test("lists are filtered, sorted, counted and paged by the prices of the list", async () => {
      const francs = await list("francs", "CHF");
      made(
        await set(francs, [
          { variantId: variantId(20), price: "1.00" },
          { variantId: variantId(10), price: "9.00" },
        ]),
      );
      const there = at(francs, "CHF");
      const { catalogReads } = subject;

      expect(await shown(there, { filter: { available: true } })).toEqual([
        [2, "1.00-1.00 CHF", true, false],
        [1, "9.00-9.00 CHF", true, false],
      ]);
      expect(await catalogReads.countProducts({ priced: true }, there)).toBe(2);
      expect(await catalogReads.countProducts({ priced: true, onSale: true }, there)).toBe(0);
      expect(await catalogReads.countProducts({ onSale: true }, { sees: "everything" })).toBe(1);
      const first = await products(there, { page: { ...ALL, size: 1 } });
      const second = await products(there, {
        page: { ...ALL, size: 1, after: first.items[0]?.cursor ?? null },
      });
      expect([first, second].map(({ items }) => items[0]?.item.id)).toEqual([
        productId(2),
        productId(1),
      ]);
      await expect(
        products(
          { sees: "everything" },
          { page: { ...ALL, after: first.items[0]?.cursor ?? null } },
        ),
      ).rejects.toMatchObject({ code: "INVALID_CURSOR" });
    });

    test("a price of its own that changes is seen in every list that falls back on it, and in no other", async () => {
      const [francs, sale] = [await list("francs", "CHF"), await list("sale", "EUR")];
      made(await set(sale, [{ variantId: variantId(20), price: "5.00" }]));
      made(
        await updateManyVariants(needs())(
          {
            items: [
              { id: variantId(10), changes: { price: "12.00", compareAtPrice: "15.00" } },
              { id: variantId(20), changes: { price: "99.00" } },
            ],
          },
          OPERATOR,
        ),
      );

      expect(await shown(at(sale, "EUR"))).toEqual([
        [2, "5.00-30.00 EUR", true, false],
        [1, "12.00-12.00 EUR", true, true],
        [3, null, false, false],
      ]);
      expect((await shown(at(francs, "CHF"))).every(([, prices]) => prices === null)).toBe(true);
    });

    test("a price in a list raises the version of the product and stands in its history, also when it goes", async () => {
      const francs = await list("francs", "CHF");
      made(
        await set(francs, [
          { variantId: variantId(20), price: "21.00" },
          { variantId: variantId(21), price: "31.00" },
        ]),
      );
      made(
        await removeListPrices(needs())(
          { priceListId: francs, items: [{ variantId: variantId(20) }] },
          OPERATOR,
        ),
      );

      const stored = await subject.unitOfWork.run(({ products: all }) => all.get(productId(2)));
      expect(stored.snapshot().version).toBe(3);
      const known = await subject.priceListReads.pricesOfVariants([variantId(20), variantId(21)]);
      expect(
        [...known].map(([variant, prices]) => [
          variant,
          prices.map(({ price }) => price.toDecimal()),
        ]),
      ).toEqual([[variantId(21), ["31.00"]]]);
      expect(
        codes(
          await set("pricelist_01h00000000000000000000099", [
            { variantId: variantId(20), price: "1.00" },
          ]),
        ),
      ).toEqual(["PRICE_LIST_NOT_FOUND"]);
    });

    test("items that are refused are left out, or nothing is changed", async () => {
      const francs = await list("francs", "CHF");
      const items = [
        { variantId: variantId(20), price: "-1.00" },
        { variantId: variantId(999), price: "1.00" },
        { variantId: variantId(10), price: "1.00" },
        { variantId: variantId(10), price: "2.00" },
        { variantId: variantId(30), price: "1.005" },
      ];

      const aborted = await set(francs, items);
      expect(aborted.refusals.map(({ code, path }) => [code, ...path].join(" "))).toEqual([
        "NEGATIVE_PRICE items 0 price",
        "VARIANT_NOT_FOUND items 1 variantId",
        "GIVEN_TWICE items 3 variantId",
        "INVALID_AMOUNT items 4 price",
      ]);
      expect(await subject.priceListReads.countPrices(francs)).toBe(0);
      const { items: done } = made(
        await setListPrices(needs())({ priceListId: francs, items, onError: "SKIP" }, OPERATOR),
      );
      expect(done.map(({ result }) => result !== null)).toEqual([false, false, true, false, false]);
      expect(await subject.priceListReads.countPrices(francs)).toBe(1);
    });

    test("what is deleted takes its prices along, and what is added has its place in every list", async () => {
      const sale = await list("sale", "EUR");
      made(await set(sale, [{ variantId: variantId(10), price: "1.00" }]));
      made(await deleteProduct(needs())({ id: productId(1) }, OPERATOR));

      expect(await subject.priceListReads.countPrices(sale)).toBe(0);
      expect((await shown(at(sale, "EUR"))).map(([number]) => number)).toEqual([2, 3]);
      made(await deletePriceList(needs())({ id: sale }, OPERATOR));
      expect(await shown(at(sale, "EUR"))).toEqual([]);
    });

    /** Beside each variant what brute force says of it: whether it has a price there, and the stock or policy to be sold. */
    const choosable = async (audience: Audience) => {
      const { items } = await subject.catalogReads.products(
        { filter: {}, sort: { key: "CREATED", reverse: false }, page: ALL },
        audience,
        new Set(["choices", "available"]),
      );
      const ids = items.flatMap(({ item }) => item.choices?.variants.map((one) => one.id) ?? []);
      const variants = new Map(
        (
          await subject.catalogReads.variantsById(
            ids,
            audience,
            new Set(["tracked", "soldOutPolicy"]),
          )
        ).map((one) => [one.id, one]),
      );
      const offers = await subject.offers.byVariant(
        ids,
        new Set(["available", "isOffered", "price"]),
        audience.place,
      );
      return items.map(({ item: { available, choices } }) => {
        const bought = choices?.variants.map(({ id: variant }) => {
          const [
            { tracked, soldOutPolicy } = {},
            { price, available: units, isOffered = audience.place?.priceList == null } = {},
          ] = [variants.get(variant), offers.get(variant)];
          const isPriced = audience.place?.priceList == null || price != null;
          return (
            isOffered &&
            isPriced &&
            (tracked !== true || soldOutPolicy === "CONTINUE" || (units ?? 0) > 0)
          );
        });
        return {
          told: [available, choices?.variants.map((one) => one.available)],
          brute: [bought?.includes(true), bought],
        };
      });
    };

    test.each([1, 2, 3])(
      "what can be chosen is what can be bought, in every market and whatever is changed (%i)",
      async (seed) => {
        const random = randomFrom(seed);
        const below = (count: number): number => Math.floor(random() * count);
        const [francs, sale] = [await list("francs", "CHF"), await list("sale", "EUR")];
        const variants = [10, 20, 21, 30].map(variantId);
        const pick = () => variants[below(variants.length)] ?? variantId(10);
        const deeds = [
          () => set([francs, sale][below(2)] ?? francs, [{ variantId: pick(), price: "3.00" }]),
          () =>
            removeListPrices(needs())(
              { priceListId: [francs, sale][below(2)] ?? francs, items: [{ variantId: pick() }] },
              OPERATOR,
            ),
          () =>
            updateManyVariants(needs())(
              {
                items: [
                  {
                    id: pick(),
                    changes: {
                      onHand: [null, 0, 4][below(3)],
                      tracked: below(3) > 0,
                      soldOutPolicy: below(3) > 0 ? "DENY" : "CONTINUE",
                    },
                  },
                ],
              },
              OPERATOR,
            ),
          () =>
            updateManyVariants(needs())(
              { items: [{ id: pick(), changes: { price: below(3) > 0 ? "8.00" : null } }] },
              OPERATOR,
            ),
          () =>
            adjustStock(needs())(
              { adjustments: [{ variantId: pick(), by: below(2) > 0 ? 2 : -1 }] },
              OPERATOR,
            ),
          () =>
            reorderVariants(needs())(
              { id: productId(2), variantIds: [variantId(20 + below(2))] },
              OPERATOR,
            ),
        ];
        for (let step = 0; step < 12; step++) {
          await deeds[below(deeds.length)]?.();
          for (const there of [{ sees: "everything" } as const, at(francs, "CHF"), at(sale, "EUR")])
            for (const { told, brute } of await choosable(there)) expect(told).toEqual(brute);
        }
      },
    );

    test("where a list has no price for a variant, it cannot be chosen to be bought", async () => {
      const francs = await list("francs", "CHF");
      made(await set(francs, [{ variantId: variantId(21), price: "33.00" }]));
      made(
        await adjustStock(needs())(
          { adjustments: [{ variantId: variantId(21), by: 2 }] },
          OPERATOR,
        ),
      );

      expect((await choosable(at(francs, "CHF"))).map(({ told }) => told)).toEqual([
        [false, [false]],
        [true, [false, true]],
        [false, [false]],
      ]);
      expect((await choosable({ sees: "everything" })).map(({ told }) => told)).toEqual([
        [true, [true]],
        [true, [true, true]],
        [true, [true]],
      ]);
    });

    test("a copy of a product costs in every list what the product costs there", async () => {
      const francs = await list("francs", "CHF");
      made(
        await set(francs, [{ variantId: variantId(21), price: "33.00", compareAtPrice: "40.00" }]),
      );
      made(await duplicateProduct(needs())({ id: productId(2) }, OPERATOR));

      expect((await shown(at(francs, "CHF"))).map(([, prices]) => prices)).toEqual([
        "33.00-33.00 CHF",
        "33.00-33.00 CHF",
        null,
        null,
      ]);
      expect(await subject.priceListReads.countPrices(francs)).toBe(2);
    });

    test("a large catalogue is worked out portion by portion, and no market uses the list before", async () => {
      await fillShelf(subject.unitOfWork, {
        products: Array.from({ length: PRODUCTS_PER_PORTION }, (_, n) => ({
          number: 100 + n,
          tags: [{ price: "7.00" }],
        })),
      });
      const sale = await list("sale", "EUR");
      expect((await subject.priceListReads.all())[0]?.isReady).toBe(false);
      expect(codes(await market({ key: "sale", priceListId: sale }))).toEqual([
        "PRICE_LIST_NOT_READY",
      ]);
      made(await set(sale, [{ variantId: variantId(10), price: "1.00" }]));

      const job = fillPriceLists({ clock: fixedClock(), ids });
      for (let round = 0; round < 5; round++)
        await subject.unitOfWork.run(async (stores) => {
          const [next] = await stores.schedule.ofSubject(job.kind, [sale]);
          if (!next) return;
          await stores.schedule.cancel([next.id]);
          await job.run(next, stores);
        });
      expect((await subject.priceListReads.all())[0]?.isReady).toBe(true);
      expect(await subject.catalogReads.countProducts({ priced: true }, at(sale, "EUR"))).toBe(
        PRODUCTS_PER_PORTION + 2,
      );
      expect(
        (await products(at(sale, "EUR"), { page: { ...ALL, size: 2 } })).items.map(({ item }) =>
          item.priceRange?.min.toDecimal(),
        ),
      ).toEqual(["1.00", "7.00"]);
      expect(codes(await market({ key: "sale", priceListId: sale }))).toEqual([]);
    });

    test("a product that is added while a list is being made has its place in it", async () => {
      const [sale] = await Promise.all([
        list("sale", "EUR"),
        updateManyVariants(needs())(
          { items: [{ id: variantId(10), changes: { price: "44.00" } }] },
          OPERATOR,
        ),
        updateManyVariants(needs())(
          { items: [{ id: variantId(20), changes: { price: "55.00" } }] },
          OPERATOR,
        ),
      ]);

      expect((await shown(at(sale, "EUR"))).map(([number, prices]) => [number, prices])).toEqual([
        [2, "30.00-55.00 EUR"],
        [1, "44.00-44.00 EUR"],
        [3, null],
      ]);
    });

    test("what is no price list has no prices", async () => {
      expect(
        await subject.priceListReads.countPrices(
          id<PriceListId>("pricelist_01h00000000000000000000099"),
        ),
      ).toBe(0);
      expect((await subject.priceListReads.pricesOfVariants([])).size).toBe(0);
    });
  });
};
