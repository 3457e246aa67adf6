import { describe, expect, test } from "vitest";
import { quotePreview } from "../../../src/application/pricing/quotes/quote-preview.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { LineWithoutPrice } from "../../../src/domain/pricing/quote/errors.js";
import type { QuotedLine } from "../../../src/domain/pricing/quote/quote.js";
import { errorsOf } from "../../../src/domain/shared/domain-error.js";
import { movableClock } from "../../fakes/movable-clock.js";
import { send } from "../../interface/ask.js";
import type { Ground } from "../../interface/world.js";
import {
  MARKET_KEYS,
  NO_MORE_YEN,
  randomPriceShop,
  START,
  VENDOR,
  type RandomPriceShop,
} from "./random-price-shop.js";
import type { OpenWithClock } from "./price-history.contract.js";

const SEED = 20_261_203;
/** A thousand take a minute. */
const VARIANTS = Number(process.env["PLINTH_TEST_VARIANTS"] ?? 100);

interface Amount {
  readonly minorUnits: string;
}
interface Taxed {
  readonly gross: Amount;
  readonly net: Amount;
  readonly tax: Amount;
}
interface Range {
  readonly min: Amount;
  readonly max: Amount;
}
interface ShownVariant {
  readonly id: string;
  readonly price: Amount | null;
  readonly compareAtPrice: Amount | null;
  readonly taxedPrice: Taxed | null;
  readonly taxedCompareAtPrice: Taxed | null;
  readonly quantityPrices: readonly {
    readonly minQuantity: number;
    readonly price: Amount;
    readonly taxedPrice: Taxed;
  }[];
}
interface ShownProduct {
  readonly id: string;
  readonly priceRange: Range | null;
  readonly taxedPriceRange: { readonly gross: Range; readonly net: Range } | null;
}

const RANGE = "{ min { minorUnits } max { minorUnits } }";
const TAXED = "{ gross { minorUnits } net { minorUnits } tax { minorUnits } }";
const PRODUCT = `id priceRange ${RANGE} taxedPriceRange { gross ${RANGE} net ${RANGE} }`;
const VARIANT = `id price { minorUnits } compareAtPrice { minorUnits } taxedPrice ${TAXED} taxedCompareAtPrice ${TAXED} quantityPrices { minQuantity price { minorUnits } taxedPrice ${TAXED} }`;
const LIST = `query ($after: String) { products(first: 10, after: $after, filter: { vendors: ["${VENDOR}"] }, sort: { key: PRICE }) {
  pageInfo { endCursor hasNextPage } nodes { ${PRODUCT} variants(first: 10) { nodes { ${VARIANT} } } } } }`;
const SEARCH = `query ($price: PriceRangeFilter, $reverse: Boolean!, $withFacets: Boolean!) { search(first: 100, filter: { vendors: ["${VENDOR}"], price: $price }, sort: { key: PRICE, reverse: $reverse }) {
  totalCount nodes { ${PRODUCT} } facets @include(if: $withFacets) { kind priceRange ${RANGE} values { count minPrice { minorUnits } maxPrice { minorUnits } } } } }`;

/** What the shop shows of prices, against the quote of one unit. */
export const shownPricesContract = (
  name: string,
  groundWith: OpenWithClock<Ground & { close?: () => Promise<void> }>,
): void => {
  describe(`shown prices: ${name}`, () => {
    test(
      `lists, product pages and the search show what a quote of one unit says, for ${VARIANTS} random variants in five markets (seed ${SEED})`,
      async () => {
        const clock = movableClock();
        const { open, end } = groundWith(clock);
        const ground = await open();
        try {
          const shop = await randomPriceShop(ground, clock, { seed: SEED, variants: VARIANTS });
          let taxes = 0;
          for (const [moment, markets] of [
            [clock.now(), MARKET_KEYS],
            [new Date(START), MARKET_KEYS],
            [new Date(NO_MORE_YEN), ["yen"]],
          ] as const) {
            clock.forward(moment.getTime() - clock.now().getTime());
            for (const market of markets)
              taxes += await compareMarket(shop, { ground, clock, market });
          }
          expect(taxes).toBeGreaterThan(VARIANTS * 5);
        } finally {
          await ground.close?.();
          await end?.();
        }
      },
      VARIANTS * 600,
    );
  });
};

interface Place {
  readonly ground: Ground;
  readonly clock: ReturnType<typeof movableClock>;
  readonly market: string;
}

type Quotes = ReadonlyMap<string, QuotedLine | null>;

/** @returns how many prices were taxed */
const compareMarket = async (shop: RandomPriceShop, place: Place): Promise<number> => {
  const all = shop.products.flatMap(({ variants }) => variants);
  const quotes = new Map<string, QuotedLine | null>();
  // No more at once than the connections of a pool serve.
  for (let start = 0; start < all.length; start += 10)
    await Promise.all(
      all.slice(start, start + 10).map(async (id) => quotes.set(id, await quoteOf(id, 1, place))),
    );
  const listed = await readList(shop, place.market);
  expect(listed.length).toBe(shop.products.length);
  for (const product of listed) {
    const own = product.variants.map(({ id }) => quotes.get(id) ?? null);
    for (const [at, variant] of product.variants.entries())
      compareVariant(variant, own[at] ?? null);
    compareProduct(product, own);
  }
  for (const { id, quantityPrices } of listed.flatMap(({ variants }) => variants).slice(0, 30))
    for (const { minQuantity, price } of quantityPrices)
      expect([id, minQuantity, price.minorUnits]).toEqual([
        id,
        minQuantity,
        units((await quoteOf(id, minQuantity, place))?.unitPrice),
      ]);
  await compareSearch(shop, place.market, quotes);
  return [...quotes.values()].filter((line) => (line?.tax.minorUnits ?? 0) > 0).length;
};

const quoteOf = async (
  variantId: string,
  quantity: number,
  { ground, clock, market }: Place,
): Promise<QuotedLine | null> => {
  const needs = { ...ground, clock, markets: { all: ground.readMarkets } };
  try {
    const { quote } = await quotePreview(needs)(
      { market, lines: [{ variantId, quantity }] },
      OPERATOR,
    );
    return quote.lines[0] ?? null;
  } catch (error) {
    const errors = errorsOf(error);
    if (errors.length === 0 || !errors.every((one) => one instanceof LineWithoutPrice)) throw error;
    return null;
  }
};

const units = (money: { readonly minorUnits: number } | null | undefined): string | null =>
  money ? String(money.minorUnits) : null;

const taxedOf = (line: Pick<QuotedLine, "gross" | "net" | "tax">) => ({
  gross: { minorUnits: units(line.gross) },
  net: { minorUnits: units(line.net) },
  tax: { minorUnits: units(line.tax) },
});

const compareVariant = (shown: ShownVariant, line: QuotedLine | null): void => {
  const { id, price, compareAtPrice, taxedPrice, taxedCompareAtPrice, quantityPrices } = shown;
  const reduced = line?.compareAt?.isAbove(line.unitPrice) ? line.compareAt : null;
  expect({
    id,
    price,
    compareAtPrice,
    taxedPrice,
    single: quantityPrices.find(({ minQuantity }) => minQuantity === 1) ?? null,
  }).toEqual({
    id,
    price: line && { minorUnits: units(line.unitPrice) },
    compareAtPrice: reduced && { minorUnits: units(reduced) },
    taxedPrice: line && taxedOf(line),
    single: line && {
      minQuantity: 1,
      price: { minorUnits: units(line.unitPrice) },
      taxedPrice: taxedOf(line),
    },
  });
  const both = [taxedCompareAtPrice?.gross, taxedCompareAtPrice?.net];
  expect([id, both.some((one) => one?.minorUnits === units(reduced))]).toEqual([
    id,
    reduced !== null,
  ]);
};

const compareProduct = (
  { id, priceRange, taxedPriceRange }: ShownProduct,
  lines: readonly (QuotedLine | null)[],
): void => {
  expect({ id, priceRange, taxedPriceRange }).toEqual({
    id,
    priceRange: rangeOf(lines, (line) => line.unitPrice.minorUnits),
    taxedPriceRange: lines.some((line) => line !== null)
      ? {
          gross: rangeOf(lines, ({ gross }) => gross.minorUnits),
          net: rangeOf(lines, ({ net }) => net.minorUnits),
        }
      : null,
  });
};

const rangeOf = (
  lines: readonly (QuotedLine | null)[],
  amountOf: (line: QuotedLine) => number,
): Range | null => {
  const amounts = lines.flatMap((line) => (line ? amountOf(line) : []));
  return amounts.length === 0
    ? null
    : {
        min: { minorUnits: String(Math.min(...amounts)) },
        max: { minorUnits: String(Math.max(...amounts)) },
      };
};

const ask = async (
  { world }: RandomPriceShop,
  market: string,
  query: string,
  variables: Record<string, unknown>,
): Promise<Record<string, unknown>> => {
  const { data, errors } = await send(world, {
    api: "shop",
    viewer: "guest",
    market,
    query,
    variables,
  });
  expect(errors).toEqual([]);
  return data ?? {};
};

const readList = async (shop: RandomPriceShop, market: string) => {
  const found: (ShownProduct & { readonly variants: readonly ShownVariant[] })[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const { products } = (await ask(shop, market, LIST, after ? { after } : {})) as {
      products: {
        pageInfo: { endCursor: string; hasNextPage: boolean };
        nodes: readonly (ShownProduct & { variants: { nodes: readonly ShownVariant[] } })[];
      };
    };
    found.push(...products.nodes.map((one) => ({ ...one, variants: one.variants.nodes })));
    after = products.pageInfo.hasNextPage ? products.pageInfo.endCursor : null;
  }
  return found;
};

/** Hits, order, borders of the price filter and facets, by what the quotes say. */
const compareSearch = async (
  shop: RandomPriceShop,
  market: string,
  quotes: Quotes,
): Promise<void> => {
  const isIncluded = market !== "added" && market !== "dinars";
  const shownOf = (line: QuotedLine): number => (isIncluded ? line.gross : line.net).minorUnits;
  const ranges = shop.products.map(({ id, variants }) => {
    const amounts = variants.flatMap((variant) => {
      const line = quotes.get(variant);
      return line ? [shownOf(line)] : [];
    });
    return {
      id,
      min: Math.min(...amounts),
      max: Math.max(...amounts),
      amounts,
      lines: variants.map((v) => quotes.get(v) ?? null),
    };
  });
  const priced = ranges.filter(({ min }) => Number.isFinite(min));
  const search = async (price: object | null, reverse = false) =>
    (await ask(shop, market, SEARCH, { price, reverse, withFacets: price === null }))["search"] as {
      totalCount: number;
      nodes: readonly ShownProduct[];
      facets: readonly {
        kind: string;
        priceRange: Range | null;
        values: readonly { count: number; minPrice: Amount | null; maxPrice: Amount | null }[];
      }[];
    };

  for (const reverse of [false, true]) {
    const { nodes, facets } = await search(null, reverse);
    for (const node of nodes)
      compareProduct(node, ranges.find(({ id }) => id === node.id)?.lines ?? []);
    const lowest = nodes.map((node) => ranges.find(({ id }) => id === node.id)?.min ?? NaN);
    const expected = ranges.map(({ min }) => min).toSorted((a, b) => (a < b ? -1 : 1));
    expect(lowest).toEqual((reverse ? expected.toReversed() : expected).slice(0, 100));
    const facet = facets.find(({ kind }) => kind === "PRICE");
    if (priced.length === 0) expect(facet).toBeUndefined();
    else
      expect(facet?.priceRange).toEqual({
        min: { minorUnits: String(Math.min(...priced.map(({ min }) => min))) },
        max: { minorUnits: String(Math.max(...priced.map(({ max }) => max))) },
      });
    for (const { count, minPrice, maxPrice } of facet?.values ?? []) {
      const least = Number(minPrice?.minorUnits ?? 0);
      const most = Number(maxPrice?.minorUnits ?? Infinity);
      expect(count).toBe(priced.filter(({ amounts }) => hasWithin(amounts, least, most)).length);
    }
  }
  for (const { min, max } of priced.slice(0, 4))
    for (const [least, most] of [
      [min, min],
      [max, max],
      [max + 1, max + 1],
      [0, min - 1],
      [min + 1, max],
    ] as const) {
      if (most < 0) continue;
      const filter = { min: decimal(least, market), max: decimal(most, market) };
      const { nodes, totalCount } = await search(filter);
      const expected = priced.filter(({ amounts }) => hasWithin(amounts, least, most));
      expect([least, most, totalCount]).toEqual([least, most, expected.length]);
      if (expected.length <= 100)
        expect(nodes.map(({ id }) => id).toSorted()).toEqual(
          expected.map(({ id }) => id).toSorted(),
        );
    }
};

const hasWithin = (amounts: readonly number[], least: number, most: number): boolean =>
  amounts.some((amount) => amount >= least && amount <= most);

const decimal = (units: number, market: string): string => {
  const digits = { yen: 0, dinars: 3 }[market] ?? 2;
  return (units / 10 ** digits).toFixed(digits);
};
