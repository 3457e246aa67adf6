import { describe, expect, test } from "vitest";
import type { SearchRequest } from "../../../src/application/search/ports/product-search.js";
import { Money } from "../../../src/domain/shared/money.js";
import { answerSearch } from "../../../src/infrastructure/search/answer-search.js";
import { ProductIndex } from "../../../src/infrastructure/search/product-index.js";
import { SEARCHED_AT, searchDocument } from "../../builders/search-document.js";

const euros = (minorUnits: number) => Money.of(minorUnits, "EUR");
const EVERYTHING: SearchRequest = {
  query: null,
  filter: {},
  sort: { key: "PRICE", reverse: false },
  page: { size: 100, direction: "forward", after: null, before: null },
  currency: "EUR",
  withFacets: true,
  withSuggestions: false,
};

const priced = (n: number, min: number, max: number, currency = "EUR") =>
  searchDocument(n, `Mug ${n}`, {
    prices: [{ priceList: null, currency, min, max, onSale: false, available: true }],
  });

/** A mug that costs nothing, one from nothing to a cent, one of a cent, and one without a price. */
const index = new ProductIndex();
for (const mug of [priced(1, 0, 0), priced(2, 0, 1), priced(3, 1, 1), searchDocument(4, "Mug 4")])
  index.put(mug);

const found = async (filter: SearchRequest["filter"], on = index) => {
  const answer = await answerSearch(
    on,
    { ...EVERYTHING, filter },
    { sees: "visible", at: SEARCHED_AT },
    { now: () => 0, enter: async () => undefined },
  );
  const price = answer.facets.find(({ kind }) => kind === "PRICE");
  return {
    mugs: answer.page.items.map(({ item }) => Number(item.slice(-2))),
    range: price?.range && [price.range.min.minorUnits, price.range.max.minorUnits],
    counts: price?.values.map(({ count }) => count),
  };
};

describe("a search for free products", () => {
  test("shows them first by price, and products without a price last", async () => {
    expect(await found({})).toMatchObject({ mugs: [1, 2, 3, 4] });
  });

  test("counts them in the first bucket, and begins its price range at zero", async () => {
    const { range, counts } = await found({});

    expect(range).toEqual([0, 1]);
    expect(counts?.[0]).toBe(2);
  });

  test("includes the prices that equal a bound", async () => {
    expect((await found({ maxPrice: euros(0) })).mugs).toEqual([1, 2]);
    expect((await found({ minPrice: euros(0) })).mugs).toEqual([1, 2, 3]);
    expect((await found({ minPrice: euros(1) })).mugs).toEqual([2, 3]);
    expect((await found({ minPrice: euros(1), maxPrice: euros(1) })).mugs).toEqual([2, 3]);
    expect((await found({ minPrice: euros(2) })).mugs).toEqual([]);
  });

  test("forgets the price of a product that lost it", async () => {
    const mugs = new ProductIndex();
    mugs.put(priced(1, 0, 0));
    mugs.put(priced(2, 0, 5));
    mugs.put(searchDocument(2, "Mug 2"));

    expect(await found({}, mugs)).toMatchObject({ mugs: [1, 2], range: [0, 0], counts: [1] });
  });

  test("ignores prices in another currency", async () => {
    const mugs = new ProductIndex();
    mugs.put(priced(1, 3, 3));
    mugs.put(priced(2, 1, 1, "CHF"));

    expect(await found({}, mugs)).toMatchObject({ range: [3, 3], counts: [1] });
    expect((await found({ minPrice: euros(0) }, mugs)).mugs).toEqual([1]);
  });
});
