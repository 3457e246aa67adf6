import { describe, expect, test } from "vitest";
import { pageRequest } from "../../../src/application/shared/page.js";
import type { VariantId } from "../../../src/domain/catalog/ids.js";
import type { PriceListId } from "../../../src/domain/pricing/ids.js";
import { OwnPrice } from "../../../src/domain/pricing/own-price.js";
import { PriceInList } from "../../../src/domain/pricing/price-in-list.js";
import { PriceList } from "../../../src/domain/pricing/price-list.js";
import type { VariantPrice } from "../../../src/domain/pricing/variant-price.js";
import { id } from "../../../src/domain/shared/id.js";
import { Money } from "../../../src/domain/shared/money.js";
import { StaleVersion } from "../../../src/domain/shared/stale-version.js";
import { aVariant, productContent, productId, variantId } from "../../builders/product-content.js";
import { MUG, NOW, type MugStores } from "../shared/mug-stores.js";

const MISSING = variantId(999);
const FRANCS = id<PriceListId>("pricelist_01h00000000000000000000001");
const YEN = id<PriceListId>("pricelist_01h00000000000000000000002");
const euros = (minorUnits: number) => Money.of(minorUnits, "EUR");
const francs = (minorUnits: number) => Money.of(minorUnits, "CHF");
const priceOf = (variant: VariantId, amount: number): VariantPrice => ({
  variantId: variant,
  price: euros(amount),
  compareAt: euros(amount + 500),
  cost: null,
});

/** The prices in the stores: their rows, their versions, their events. */
export const priceStores = (stores: MugStores): void => {
  const { inUnit, addMug } = stores;
  const locked = (variant = MUG) =>
    inUnit(async ({ prices }) => (await prices.lock([variant])).get(variant));
  const set = (variant: VariantId, price: VariantPrice | null) =>
    inUnit(async ({ prices }) => {
      const stored = (await prices.lock([variant])).get(variant);
      stored?.set(price);
      await prices.save(stored ? [stored] : []);
    });

  describe("own prices", () => {
    test("a price is set, changed and removed, with an event and a version each", async () => {
      await addMug(1);
      expect((await locked())?.snapshot()).toEqual({
        variantId: MUG,
        productId: productId(1),
        price: null,
        version: 0,
      });

      await set(MUG, { ...priceOf(MUG, 1290), cost: euros(300) });
      expect((await locked())?.snapshot()).toEqual({
        variantId: MUG,
        productId: productId(1),
        price: { variantId: MUG, price: euros(1290), compareAt: euros(1790), cost: euros(300) },
        version: 1,
      });
      await set(MUG, { ...priceOf(MUG, 990), compareAt: null });
      expect((await locked())?.snapshot()).toMatchObject({
        price: { price: euros(990), compareAt: null, cost: null },
        version: 2,
      });
      await set(MUG, null);
      expect((await locked())?.snapshot()).toMatchObject({ price: null, version: 0 });
      expect((await stores.subject.outboxTypes()).slice(1)).toEqual([
        "pricing.price-changed",
        "pricing.price-changed",
        "pricing.price-changed",
      ]);
    });

    test("the same price again is not saved, and missing variants are absent", async () => {
      await addMug(1);
      await set(MUG, priceOf(MUG, 1290));
      await set(MUG, priceOf(MUG, 1290));

      expect((await locked())?.snapshot().version).toBe(1);
      expect(await stores.subject.outboxTypes()).toHaveLength(2);
      expect(await inUnit(({ prices }) => prices.lock([MISSING, MUG]))).toHaveProperty("size", 1);
      expect((await inUnit(({ prices }) => prices.lock([]))).size).toBe(0);
    });

    test("a price that changed meanwhile is neither overwritten nor removed", async () => {
      await addMug(1);
      await set(MUG, priceOf(MUG, 1290));
      const stale = async () => {
        const price = await locked();
        return OwnPrice.restore(price ? price.snapshot() : expect.fail("There is no price."));
      };
      const [changed, removed] = [await stale(), await stale()];
      await set(MUG, priceOf(MUG, 1390));
      changed.set(priceOf(MUG, 1));
      removed.set(null);

      await expect(inUnit(({ prices }) => prices.save([changed]))).rejects.toThrow(StaleVersion);
      await expect(inUnit(({ prices }) => prices.save([removed]))).rejects.toThrow(StaleVersion);
      expect((await locked())?.snapshot()).toMatchObject({
        price: { price: euros(1390) },
        version: 2,
      });
    });

    test("120 prices are changed, removed and set together, each to its own value", async () => {
      const variants = Array.from({ length: 120 }, (_, n) => variantId(100 + n));
      await addMug(
        2,
        productContent(2, {
          options: [{ name: "Size", values: variants.map((_, n) => `size ${n}`) }],
          variants: variants.map((variant, n) =>
            aVariant(100 + n, { id: variant, optionValues: [`size ${n}`] }),
          ),
        }),
      );
      await inUnit(({ prices }) =>
        prices.add(variants.slice(0, 90).map((variant, n) => priceOf(variant, n))),
      );
      const next = (n: number): VariantPrice | null =>
        n % 10 === 0 ? null : priceOf(variants[n] ?? MISSING, 1_000 + n);
      await inUnit(async ({ prices }) => {
        const stored = await prices.lock(variants);
        variants.forEach((variant, n) => stored.get(variant)?.set(next(n)));
        await prices.save([...stored.values()]);
      });

      const found = await inUnit(({ prices }) => prices.lock(variants.toReversed()));
      expect(variants.map((variant) => found.get(variant)?.price)).toEqual(
        variants.map((_, n) => next(n)),
      );
      expect(found.get(variants[1] ?? MISSING)?.snapshot().version).toBe(2);
      expect(found.get(variants[91] ?? MISSING)?.snapshot().version).toBe(1);
    });

    test("prices of new variants are added, and those of removed ones removed, without events", async () => {
      await addMug(1);
      await addMug(2);
      await inUnit(({ prices }) => prices.add([priceOf(MUG, 5), priceOf(variantId(2), 6)]));
      await inUnit(({ prices }) => prices.remove([MUG]));

      expect((await locked())?.price).toBeNull();
      expect((await locked(variantId(2)))?.snapshot()).toMatchObject({ version: 1 });
      expect(await stores.subject.outboxTypes()).toHaveLength(2);
    });
  });

  describe("prices in price lists", () => {
    const open = (list: PriceListId, key: string, currency: string) =>
      inUnit(({ priceLists }) =>
        priceLists.save(PriceList.create(list, { key, name: key, currency }, NOW)),
      );
    const lockedIn = (list: PriceListId, ...variants: readonly VariantId[]) =>
      inUnit(({ listPrices }) => listPrices.lock(list, variants));
    const setIn = (
      list: PriceListId,
      variant: VariantId,
      amount: number | null,
      minimumQuantity = 1,
    ) =>
      inUnit(async ({ listPrices }) => {
        const { prices } = await listPrices.lock(list, [variant]);
        prices
          .get(variant)
          ?.set(
            minimumQuantity,
            amount === null ? null : { price: francs(amount), compareAt: francs(amount + 1) },
          );
        await listPrices.save([...prices.values()].flatMap(({ changed }) => changed));
      });

    test("a price is set, changed and removed in one list, with an event and a version each", async () => {
      await addMug(1);
      await open(FRANCS, "francs", "CHF");
      await open(YEN, "yen", "JPY");
      await setIn(FRANCS, MUG, 1200);
      await setIn(FRANCS, MUG, 1100);

      const { list, prices } = await lockedIn(FRANCS, MUG, MISSING);
      expect(list).toEqual({ id: FRANCS, key: "francs", currency: "CHF" });
      expect([...prices.values()].map((inList) => inList.at(1).snapshot())).toEqual([
        {
          priceList: FRANCS,
          variantId: MUG,
          productId: productId(1),
          minimumQuantity: 1,
          price: {
            priceList: FRANCS,
            variantId: MUG,
            minimumQuantity: 1,
            price: francs(1100),
            compareAt: francs(1101),
          },
          version: 2,
        },
      ]);
      const elsewhere = await lockedIn(YEN, MUG);
      expect(elsewhere.prices.get(MUG)?.at(1).snapshot()).toMatchObject({
        price: null,
        version: 0,
      });
      await setIn(FRANCS, MUG, null);
      expect((await lockedIn(FRANCS, MUG)).prices.get(MUG)?.at(1).price).toBeNull();
      expect((await stores.subject.outboxTypes()).slice(3)).toEqual([
        "pricing.list-price-changed",
        "pricing.list-price-changed",
        "pricing.list-price-changed",
      ]);
    });

    test("an unknown list is null, and a known one is found without any variant", async () => {
      await addMug(1);
      await open(FRANCS, "francs", "CHF");

      expect(await lockedIn(YEN, MUG)).toEqual({ list: null, prices: new Map() });
      expect(await lockedIn(FRANCS, MISSING)).toEqual({
        list: { id: FRANCS, key: "francs", currency: "CHF" },
        prices: new Map(),
      });
    });

    test("a price that changed meanwhile is not overwritten", async () => {
      await addMug(1);
      await open(FRANCS, "francs", "CHF");
      await setIn(FRANCS, MUG, 1200);
      const stored = (await lockedIn(FRANCS, MUG)).prices.get(MUG)?.at(1);
      const stale = PriceInList.restore(stored?.snapshot() ?? expect.fail("There is no price."));
      await setIn(FRANCS, MUG, 1300);
      stale.set({ price: francs(1), compareAt: null });

      await expect(inUnit(({ listPrices }) => listPrices.save([stale]))).rejects.toThrow(
        StaleVersion,
      );
      expect((await lockedIn(FRANCS, MUG)).prices.get(MUG)?.at(1).price?.price).toEqual(
        francs(1300),
      );
    });

    test("the prices of a variant for several quantities change independently, in one unit of work too", async () => {
      await addMug(1);
      await open(FRANCS, "francs", "CHF");
      await setIn(FRANCS, MUG, 1000, 10);
      await setIn(FRANCS, MUG, 1200, 1);
      await setIn(FRANCS, MUG, 900, 100);
      await inUnit(async ({ listPrices }) => {
        const { prices } = await listPrices.lock(FRANCS, [MUG]);
        const inList = prices.get(MUG) ?? expect.fail("There is no mug.");
        inList.set(1, { price: francs(1300), compareAt: null });
        inList.set(10, { price: francs(1100), compareAt: null });
        inList.set(100, null);
        inList.set(1000, { price: francs(800), compareAt: null });
        await listPrices.save(inList.changed);
      });

      const { prices } = await lockedIn(FRANCS, MUG);
      expect(
        [1, 10, 100, 1000].map((quantity) => {
          const { price, version } = prices.get(MUG)?.at(quantity).snapshot() ?? {};
          return [price?.price.minorUnits, version];
        }),
      ).toEqual([
        [1300, 2],
        [1100, 2],
        [undefined, 0],
        [800, 1],
      ]);
    });

    test("a quantity break that changed meanwhile is not overwritten", async () => {
      await addMug(1);
      await open(FRANCS, "francs", "CHF");
      await setIn(FRANCS, MUG, 1200, 10);
      const stale = (await lockedIn(FRANCS, MUG)).prices.get(MUG) ?? expect.fail("No mug.");
      await setIn(FRANCS, MUG, 1300, 10);
      stale.set(10, { price: francs(1), compareAt: null });

      await expect(inUnit(({ listPrices }) => listPrices.save(stale.changed))).rejects.toThrow(
        StaleVersion,
      );
    });

    test("prices of new variants are added without events, and read for all lists", async () => {
      await addMug(1);
      await open(FRANCS, "francs", "CHF");
      await open(YEN, "yen", "JPY");
      const added = [
        {
          priceList: FRANCS,
          variantId: MUG,
          minimumQuantity: 1,
          price: francs(5),
          compareAt: null,
        },
        {
          priceList: FRANCS,
          variantId: MUG,
          minimumQuantity: 10,
          price: francs(4),
          compareAt: null,
        },
        {
          priceList: YEN,
          variantId: MUG,
          minimumQuantity: 1,
          price: Money.of(7, "JPY"),
          compareAt: null,
        },
      ];
      await inUnit(({ listPrices }) => listPrices.add(added));

      expect(await inUnit(({ listPrices }) => listPrices.ofVariants([MUG, MISSING]))).toEqual(
        new Map([[MUG, added]]),
      );
      expect(await stores.subject.outboxTypes()).toHaveLength(3);
    });
  });

  test("a change of a price is in the history with the present version of its product", async () => {
    await addMug(1);
    const revision = { at: NOW, actor: "operator", changes: [] };
    await inUnit(({ productHistory }) =>
      productHistory.addAtSameVersion([
        { ...revision, productId: productId(1) },
        { ...revision, productId: productId(404) },
      ]),
    );

    const page = pageRequest({ first: 5 });
    const history = await stores.subject.productHistoryReads.ofProducts([productId(1)], page);
    expect(history.get(productId(1))?.items.map(({ item }) => item)).toEqual([
      { ...revision, productId: productId(1), kind: "UPDATED", version: 1 },
    ]);
  });
};
