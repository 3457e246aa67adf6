import { describe, expect, test } from "vitest";
import type { SearchRequest } from "../../../src/application/search/ports/product-search.js";
import { answerSearch } from "../../../src/infrastructure/search/answer-search.js";
import { ProductIndex } from "../../../src/infrastructure/search/product-index.js";
import { productId } from "../../builders/product-content.js";
import { SEARCHED_AT, searchDocument } from "../../builders/search-document.js";

const VISIBLE = { sees: "visible", at: SEARCHED_AT } as const;
const MUGS: SearchRequest = {
  query: "mug",
  filter: { tags: ["gift"] },
  sort: { key: "RELEVANCE", reverse: false },
  page: { size: 10, direction: "forward", after: null, before: null },
  currency: "EUR",
  withFacets: true,
  withSuggestions: true,
};

const mug = (n: number) =>
  searchDocument(n, `Mug ${n}`, {
    tags: ["gift"],
    vendor: "Pots",
    prices: [
      {
        priceList: null,
        currency: "EUR",
        min: 100 * n,
        max: 100 * n,
        onSale: false,
        available: true,
      },
    ],
  });

const mugs = (count: number): ProductIndex => {
  const index = new ProductIndex();
  for (let n = 1; n <= count; n += 1) index.put(mug(n));
  return index;
};

/** A clock on which every step of a search takes longer than a slice. */
const slowly = () => {
  let [time, yields] = [0, 0];
  return {
    yielding: { now: () => (time += 10), enter: async () => void (yields += 1) },
    yields: () => yields,
  };
};

const vendors = ({ facets }: Awaited<ReturnType<typeof answerSearch>>) =>
  facets.find(({ kind }) => kind === "VENDOR")?.values.map(({ count }) => count);

describe("a search for products of no vendor", () => {
  test("finds the products without a vendor, as the database does", async () => {
    const index = mugs(3);
    index.put(searchDocument(4, "Plain mug", { tags: ["gift"] }));
    const titles = async (vendors: readonly string[]) =>
      (
        await answerSearch(index, { ...MUGS, filter: { vendors } }, VISIBLE, {
          now: () => 0,
          enter: async () => undefined,
        })
      ).page.items.map(({ item }) => item);

    expect(await titles([""])).toEqual([productId(4)]);
    expect(await titles(["", "pots"])).toHaveLength(4);
    expect(await titles(["elsewhere"])).toEqual([]);
  });
});

describe("a long search", () => {
  test("yields after each step, and finds the same", async () => {
    const index = mugs(20);
    const { yielding, yields } = slowly();

    const answer = await answerSearch(index, MUGS, VISIBLE, yielding);

    expect(yields()).toBeGreaterThan(8);
    expect(answer).toEqual(
      await answerSearch(index, MUGS, VISIBLE, {
        now: () => 0,
        enter: () => Promise.reject(new Error("A fast search must not yield.")),
      }),
    );
    expect([answer.total, vendors(answer)]).toEqual([20, [20]]);
  });
});
