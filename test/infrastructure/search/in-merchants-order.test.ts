import { describe, expect, test } from "vitest";
import type { SearchResult } from "../../../src/application/search/ports/product-search.js";
import type { CollectionId } from "../../../src/domain/catalog/ids.js";
import { id } from "../../../src/domain/shared/id.js";
import { CollectionIndex } from "../../../src/infrastructure/search/collection-index.js";
import { inMerchantsOrder } from "../../../src/infrastructure/search/in-merchants-order.js";

const [MEN, WOMEN] = [id<CollectionId>("men"), id<CollectionId>("women")];
const EVERYTHING = { request: {}, audience: { sees: "everything" } } as const;

const result: SearchResult = {
  page: { items: [], hasNextPage: false, hasPreviousPage: false },
  variants: new Map(),
  total: 2,
  collections: [],
  facets: [
    {
      kind: "COLLECTION",
      name: null,
      label: null,
      range: null,
      field: null,
      values: [MEN, WOMEN].map((value) => ({
        value,
        label: value,
        count: 1,
        isSelected: false,
        min: null,
        max: null,
      })),
    },
  ],
  suggestions: [],
};

const shop = () => {
  const collections = new CollectionIndex();
  const put = (one: CollectionId): void =>
    collections.put({
      id: one,
      slug: one,
      title: one,
      titles: new Map(),
      parentId: null,
      publication: null,
      sortOrder: "MANUAL",
    });
  for (const one of [MEN, WOMEN]) put(one);
  const state = { women: 2, reads: 0, held: Promise.resolve() };
  const source = {
    siblingPositions: async (ids: readonly CollectionId[]) => {
      state.reads += 1;
      const read = new Map(ids.map((one) => [one, one === WOMEN ? state.women : 1]));
      await state.held;
      return read;
    },
  };
  const order = async (): Promise<readonly string[]> =>
    (await inMerchantsOrder(result, EVERYTHING, { collections }, source)).facets.flatMap(
      ({ values }) => values.map(({ value }) => value),
    );
  return { order, put, state };
};

describe("collections of a facet", () => {
  test("have positions that are read once until a collection changes", async () => {
    const { order, put, state } = shop();
    expect([await order(), await order()]).toEqual([
      [MEN, WOMEN],
      [MEN, WOMEN],
    ]);
    expect(state.reads).toBe(1);
    state.women = 0;
    put(WOMEN);
    expect(await order()).toEqual([WOMEN, MEN]);
    expect(state.reads).toBe(2);
  });

  test("do not keep positions that were being read while a collection changed", async () => {
    const { order, put, state } = shop();
    let goOn = (): void => undefined;
    state.held = new Promise((resolve) => (goOn = resolve));
    const before = order();
    state.women = 0;
    put(WOMEN);
    goOn();
    expect(await before).toEqual([MEN, WOMEN]);
    expect(await order()).toEqual([WOMEN, MEN]);
  });
});
