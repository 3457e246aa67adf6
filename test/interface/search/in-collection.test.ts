import { describe, expect, test } from "vitest";
import { collectionId } from "../../builders/fill-shop.js";
import { api, codes } from "../ask.js";

const { ask, world } = api("search-in-collection");

const PAGE = `query Page($in: CollectionBy!, $below: Boolean! = false, $filter: SearchFilter) {
  collection(by: $in) { id title }
  search(in: $in, includeBelow: $below, filter: $filter) {
    totalCount nodes { title }
    facets { kind values { label count collection { id slug title parent { id } } } }
  }
}`;

interface Found {
  readonly totalCount: number;
  readonly nodes: readonly { readonly title: string }[];
  readonly facets: readonly {
    readonly kind: string;
    readonly values: readonly {
      readonly label: string;
      readonly count: number;
      readonly collection: { readonly id: string; readonly parent: object | null } | null;
    }[];
  }[];
}

const page = async (variables: object): Promise<Found> => {
  const { data, errors } = await ask(PAGE, { ...variables });
  expect(errors).toEqual([]);
  return data?.["search"] as Found;
};
const titles = ({ nodes }: Found): readonly string[] => nodes.map(({ title }) => title);
const kitchen = { slug: "collection-1" };

describe("a search in a collection", () => {
  test("has the products of the collection in its order, by slug and by id", async () => {
    const expected = ["Mug", "Zebra 100% mug", "Apfel cup", "\uE000 mug", "äpfel bowl"];

    expect(titles(await page({ in: kitchen }))).toEqual(expected);
    expect(titles(await page({ in: { id: collectionId(1) } }))).toEqual(expected);
  });

  test("with those below it has theirs too, and a filter narrows it", async () => {
    const all = await page({ in: kitchen, below: true });
    const gifts = await page({
      in: kitchen,
      below: true,
      filter: { collections: [collectionId(2)] },
    });

    expect(titles(all)).toEqual([...titles(await page({ in: kitchen })), "mug"]);
    expect(titles(gifts).toSorted()).toEqual(["Zebra 100% mug", "mug"]);
  });

  test("makes a menu of the collections below, in one statement for each level", async () => {
    const { facets } = await page({ in: kitchen, below: true });

    expect(facets.find(({ kind }) => kind === "COLLECTION")?.values).toEqual([
      {
        label: "Gifts",
        count: 2,
        collection: {
          id: collectionId(2),
          slug: "collection-2",
          title: "Gifts",
          parent: { id: collectionId(1) },
        },
      },
    ]);
    expect(
      facets
        .filter(({ kind }) => kind !== "COLLECTION")
        .every(({ values }) => values.every(({ collection }) => collection === null)),
    ).toBe(true);
    expect(world().calls.map(({ port }) => port)).toEqual([
      "catalogReads.collectionsBySlug",
      "catalogReads.productsById",
      "catalogReads.collectionsById",
      "catalogReads.collectionsById",
    ]);
  });

  test.each([
    ["an unknown slug", { slug: "nowhere" }],
    ["an unknown id", { id: collectionId(99) }],
    ["a hidden collection", { slug: "collection-3" }],
  ])("of %s is null, as the collection is", async (_, by) => {
    const { data, errors } = await ask(PAGE, { in: by });

    expect([data, errors]).toEqual([{ collection: null, search: null }, []]);
  });

  test("of staff looks into hidden collections too", async () => {
    const { data } = await ask(
      '{ search(in: { slug: "collection-3" }) { totalCount } }',
      undefined,
      { api: "admin" },
    );

    expect(data).toEqual({ search: { totalCount: 2 } });
  });

  test("with the id of something else, or with none, is refused with a code", async () => {
    expect(codes(await ask('{ search(in: { id: "kitchen" }) { totalCount } }'))).toEqual([
      "INVALID_ID",
    ]);
    expect(codes(await ask("{ search(in: {}) { totalCount } }"))).toHaveLength(1);
  });
});
