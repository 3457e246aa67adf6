import { expect, test } from "vitest";
import { priceListPricesSet } from "../../../src/application/pricing/list-prices/price-list-prices-set.js";
import type { MarketView } from "../../../src/application/pricing/ports/markets.js";
import { variantPricesSet } from "../../../src/application/pricing/prices/variant-prices-set.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import type { PriceListId } from "../../../src/domain/pricing/ids.js";
import {
  choosePrice,
  type ChosenPrice,
} from "../../../src/domain/pricing/price-lists/choose-price.js";
import { fillShop } from "../../builders/fill-shop.js";
import { aVariant, variantId } from "../../builders/product-content.js";
import { randomFrom } from "../../integration/random-from.js";
import { aimedShop, NOON, ONE, TWO } from "./aimed-shop.js";
import { made, type MarketShop } from "./market-shop.js";

const PRODUCTS = 40;
const VARIANTS = [0, 1, 2] as const;
const SEED = 20_261_201;

/** Offers, price ranges and the order of lists against the rule by which a quote chooses a price. */
export const chosenPriceTests = (shop: MarketShop): void => {
  const { at, contextAt, list, market, needs, work } = aimedShop(shop);
  const numberOf = (product: number, variant: number): number => 10_000 + product * 10 + variant;

  test(`what lists and offers show is what a quote chooses for one unit, in five markets at three moments (seed ${SEED})`, async () => {
    const random = randomFrom(SEED);
    await fillShop(shop.subject.unitOfWork, {
      products: Array.from({ length: PRODUCTS }, (_one, product) => ({
        number: 1_000 + product,
        content: {
          options: [{ name: "Size", values: VARIANTS.map((n) => `size ${n}`) }],
          variants: VARIANTS.map((n) =>
            aVariant(numberOf(product, n), { optionValues: [`size ${n}`] }),
          ),
        },
        pricesAndStock: VARIANTS.map(() =>
          random() < 0.8 ? { price: `${1 + Math.floor(random() * 40)}.00` } : {},
        ),
      })),
    });
    const [euros, francs] = [
      await list({ key: "euros" }),
      await list({ key: "francs", currency: "CHF" }),
    ];
    const markets = {
      one: await market("one", null),
      two: await market("two", euros),
      three: await market("three", francs),
      four: await market("four", euros),
    };
    const campaigns = [
      await list({ key: "c-one", marketId: markets.one, validFrom: ONE }),
      await list({ key: "c-two", marketId: markets.two, validFrom: ONE, validUntil: TWO }),
      await list({ key: "c-three", currency: "CHF", marketId: markets.three, validUntil: TWO }),
    ];
    await work();
    const numbers = Array.from({ length: PRODUCTS }, (_one, product) =>
      VARIANTS.map((n) => numberOf(product, n)),
    ).flat();
    const fill = async (priceListId: PriceListId) => {
      const items = numbers.flatMap((number) =>
        [1, 10].flatMap((minQuantity) =>
          random() < 0.4
            ? [
                {
                  variantId: variantId(number),
                  price: `${1 + Math.floor(random() * 40)}.00`,
                  minQuantity,
                },
              ]
            : [],
        ),
      );
      for (let start = 0; start < items.length; start += 100)
        made(
          await priceListPricesSet(needs())(
            { priceListId, items: items.slice(start, start + 100) },
            OPERATOR,
          ),
        );
    };
    for (const one of [euros, francs, ...campaigns]) await fill(one);
    // Again, so that amounts change where the other lists are filled.
    for (const one of [campaigns[0] ?? euros, francs, euros]) await fill(one);
    made(
      await variantPricesSet(needs())(
        {
          items: numbers
            .filter((number) => number % 7 === 0)
            .map((number) => ({ variantId: variantId(number), price: "3.00" })),
        },
        OPERATOR,
      ),
    );

    let compared = 0;
    for (const moment of [NOON, ONE, TWO]) {
      at(moment);
      await work();
      for (const one of await shop.subject.readMarkets())
        compared += await compareAll(one, numbers, moment);
    }
    expect(compared).toBe(numbers.length * 5 * 3);
  });

  /** @returns how many variants were compared */
  const compareAll = async (
    one: MarketView,
    numbers: readonly number[],
    moment: Date,
  ): Promise<number> => {
    const ids = numbers.map((number) => variantId(number));
    const candidates = await shop.subject.priceCandidates.ofVariants(
      ids,
      { market: one, customerGroup: null },
      moment,
    );
    const chosen = new Map(
      [...candidates].map(([id, prices]) => [id, choosePrice(prices, 1, one.currency, moment)]),
    );
    const shoppingContext = await contextAt(one.key);
    const offers = await shop.subject.pricesAndStock.byVariant(
      ids,
      new Set(["price"]),
      shoppingContext,
    );
    expect(ids.map((id) => [id, offers.get(id)?.price?.minorUnits ?? null])).toEqual(
      ids.map((id) => [id, chosen.get(id)?.price.minorUnits ?? null]),
    );
    const listed = new Map(
      (await shop.listed({ sees: "everything", shoppingContext })).map(([number, range]) => [
        number,
        range,
      ]),
    );
    for (let product = 0; product < PRODUCTS; product += 1)
      expect([product, listed.get(1_000 + product)]).toEqual([
        product,
        rangeOf(VARIANTS.map((n) => chosen.get(variantId(numberOf(product, n))) ?? null)),
      ]);
    return ids.length;
  };
};

/** As `listed` of the shop writes it. */
const rangeOf = (prices: readonly (ChosenPrice | null)[]): string | null => {
  const inOrder = prices
    .flatMap((one) => one?.price ?? [])
    .toSorted((a, b) => a.minorUnits - b.minorUnits);
  const [min, max] = [inOrder.at(0), inOrder.at(-1)];
  return min && max ? `${min.toDecimal()}-${max.toDecimal()} ${min.currency}` : null;
};
