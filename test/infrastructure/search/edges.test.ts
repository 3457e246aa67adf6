import { describe, expect, test } from "vitest";
import type { SearchRequest } from "../../../src/application/search/ports/product-search.js";
import type { SearchDocument } from "../../../src/application/search/ports/search-source.js";
import type { CollectionId } from "../../../src/domain/catalog/ids.js";
import { id } from "../../../src/domain/shared/id.js";
import { Money } from "../../../src/domain/shared/money.js";
import { answerSearch } from "../../../src/infrastructure/search/answer-search.js";
import { countHidden } from "../../../src/infrastructure/search/count-hidden.js";
import { countInCollections } from "../../../src/infrastructure/search/count-in-collections.js";
import { ProductIndex } from "../../../src/infrastructure/search/product-index.js";
import { SortedKeys } from "../../../src/infrastructure/search/sorted-keys.js";
import { SEARCHED_AT, searchDocument } from "../../builders/search-document.js";

const EVERYTHING: SearchRequest = {
  query: null,
  filter: {},
  sort: { key: "TITLE", reverse: false },
  page: { size: 100, direction: "forward", after: null, before: null },
  currency: "EUR",
  withFacets: true,
  withSuggestions: true,
};
const TEA = id<CollectionId>("collection_tea");
const after = (milliseconds: number) => new Date(SEARCHED_AT.getTime() + milliseconds);
const seenAt = (at: Date) => ({ sees: "visible", at }) as const;

const indexOf = (...documents: readonly SearchDocument[]): ProductIndex => {
  const index = new ProductIndex();
  for (const document of documents) index.put(document);
  return index;
};
const answer = (index: ProductIndex, more: Partial<SearchRequest> = {}, at = SEARCHED_AT) =>
  answerSearch(index, { ...EVERYTHING, ...more }, seenAt(at), {
    now: () => 0,
    enter: async () => undefined,
  });
const facet = async (index: ProductIndex, kind: string, filter: SearchRequest["filter"] = {}) =>
  (await answer(index, { filter })).facets.filter((one) => one.kind === kind);

describe("a product with a publication", () => {
  const [from, until] = [after(10_000), after(20_000)];
  const index = indexOf(
    searchDocument(1, "Mug", {
      publication: { from, until },
      collections: [{ collectionId: TEA, position: 1 }],
    }),
  );

  test.each([
    ["a millisecond before it", new Date(from.getTime() - 1), 0],
    ["at its first moment", from, 1],
    ["a millisecond before its end", new Date(until.getTime() - 1), 1],
    ["at its end", until, 0],
  ])("is found and counted while it is published: %s", async (_, at, count) => {
    expect((await answer(index, {}, at)).page.items).toHaveLength(count);
    expect(countInCollections(index, [TEA], seenAt(at)).get(TEA)).toBe(count);
  });

  test("is counted as hidden until the second at which it is published, and again from its end", () => {
    const hidden = (at: Date) => [
      countHidden(index, seenAt(at)),
      countHidden(index, seenAt(at), TEA),
    ];

    expect(hidden(after(9_999))).toEqual([1, 1]);
    expect(hidden(from)).toEqual([0, 0]);
    expect(hidden(after(19_999))).toEqual([0, 0]);
    expect(hidden(until)).toEqual([1, 1]);
  });
});

describe("a facet", () => {
  /** An index with a mug for each tag. */
  const tagged = (count: number) =>
    indexOf(
      ...Array.from({ length: count }, (_, n) =>
        searchDocument(n + 1, `Mug ${n}`, { tags: [`tag-${String(n).padStart(3, "0")}`] }),
      ),
    );

  test.each([100, 101])("has at most 100 values: of %i tags", async (count) => {
    const [tags] = await facet(tagged(count), "TAG");

    expect(tags?.values).toHaveLength(100);
  });

  test("shows a selected value beyond the 100, so that it can be deselected", async () => {
    const [tags] = await facet(tagged(102), "TAG", { tags: ["tag-101"] });

    expect(tags?.values).toHaveLength(101);
    expect(tags?.values.at(-1)).toMatchObject({ value: "tag-101", isSelected: true, count: 1 });
  });

  test("exists for at most 20 options, those of most products first", async () => {
    const index = indexOf(
      ...Array.from({ length: 22 }, (_, n) =>
        searchDocument(n + 1, `Mug ${n}`, {
          options: [
            { name: `Option ${n}`, values: ["a"] },
            { name: "Size", values: ["S"] },
          ],
        }),
      ),
    );
    const options = await facet(index, "OPTION");

    expect(options).toHaveLength(20);
    expect(options[0]).toMatchObject({ name: "Size", values: [{ value: "S", count: 22 }] });
  });

  test("of prices counts in each bucket what the filter for that bucket finds", async () => {
    const cents = (n: number, min: number, max: number) =>
      searchDocument(n, `Mug ${n}`, {
        prices: [{ priceList: null, currency: "EUR", min, max, onSale: false, available: true }],
      });
    const index = indexOf(
      ...Array.from({ length: 40 }, (_, n) => cents(n + 1, 100 * (n + 1), 100 * (n + 1))),
    );
    const [prices] = await facet(index, "PRICE");
    const counts = await Promise.all(
      (prices?.values ?? []).map(
        async ({ min, max }) =>
          (
            await answer(index, {
              filter: { ...(min && { minPrice: min }), ...(max && { maxPrice: max }) },
            })
          ).page.items.length,
      ),
    );

    expect(counts.length).toBeGreaterThan(1);
    expect(prices?.values.map(({ count }) => count)).toEqual(counts);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(40);
  });

  test("of prices shows which bucket is selected, also one from zero", async () => {
    const index = indexOf(
      searchDocument(1, "Mug", {
        prices: [
          { priceList: null, currency: "EUR", min: 0, max: 0, onSale: false, available: true },
        ],
      }),
    );
    const nothing = Money.of(0, "EUR");
    const [prices] = await facet(index, "PRICE", { minPrice: nothing, maxPrice: nothing });

    expect(prices?.values).toMatchObject([
      { count: 1, isSelected: true, min: nothing, max: nothing },
    ]);
  });
});

describe("suggestions", () => {
  test("are at most five", async () => {
    const index = indexOf(
      ...["tea", "teapot", "teacup", "teabag", "teak", "teal", "team", "tear"].map((title, n) =>
        searchDocument(n + 1, title),
      ),
    );

    expect((await answer(index, { query: "te" })).suggestions).toHaveLength(5);
  });
});

describe("sorted keys", () => {
  test("lose the pair that is removed, and no other pair of the same text", () => {
    const keys = new SortedKeys();
    for (const [text, value] of [
      ["mug", 1],
      ["mug", 2],
      ["mug", 3],
      ["plate", 4],
    ] as const)
      keys.add(text, value);
    keys.remove("mug", 2);
    const left: number[] = [];
    keys.forEachFrom("", (_, value) => void left.push(value));

    expect(left.toSorted()).toEqual([1, 3, 4]);
  });

  test("stay the same when an unknown pair is removed", () => {
    const keys = new SortedKeys();
    keys.add("mug", 1);
    keys.remove("mug", 2);
    keys.remove("plate", 1);
    const left: number[] = [];
    keys.forEachFrom("", (_, value) => void left.push(value));

    expect(left).toEqual([1]);
  });
});
