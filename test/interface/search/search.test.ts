import { describe, expect, test } from "vitest";
import { collectionId } from "../../builders/fill-shop.js";
import { productId, variantId } from "../../builders/product-content.js";
import { type Answer, api, codes, send } from "../ask.js";
import { editing } from "../editing.js";
import { openWorld } from "../world.js";

const { ask, world } = api("search");

const SEARCH = `query Search($query: String, $filter: SearchFilter, $sort: SearchSort, $first: Int, $after: String, $last: Int, $before: String) {
  search(query: $query, filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id title } } nodes { title priceRange { min { amount } } }
    facets { kind name values { value label count selected minPrice { amount currency } maxPrice { amount } } priceRange { min { amount } max { amount } } }
    suggestions { kind query }
  }
}`;

interface Found {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly { readonly title: string }[];
  readonly facets: readonly {
    readonly kind: string;
    readonly name: string | null;
    readonly values: readonly {
      readonly value: string;
      readonly label: string;
      readonly count: number;
      readonly selected: boolean;
    }[];
  }[];
  readonly suggestions: readonly object[];
}

const found = ({ data, errors }: Answer): Found => {
  expect(errors).toEqual([]);
  return data?.["search"] as Found;
};
const titles = (answer: Answer): readonly string[] => found(answer).nodes.map(({ title }) => title);
const facet = (answer: Answer, kind: string) =>
  found(answer)
    .facets.find((one) => one.kind === kind)
    ?.values.map(({ value, label, count, selected }) => [value, label, count, selected]);

describe("a search", () => {
  test("finds products by text, the best first, with facets", async () => {
    const answer = await ask(SEARCH, { query: "mug" });

    expect(titles(answer).slice(0, 2)).toEqual(["mug", "Mug"].toSorted());
    expect(found(answer)).toMatchObject({
      totalCount: 6,
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
    });
    expect(facet(answer, "COLLECTION")).toEqual([
      [collectionId(1), "Kitchen", 4, false],
      [collectionId(2), "Gifts", 2, false],
    ]);
    expect(facet(answer, "TAG")).toContainEqual(["GIFT", "GIFT", 3, false]);
    expect(facet(answer, "OPTION")).toEqual(
      expect.arrayContaining([
        ["red", "red", 1, false],
        ["blue", "blue", 1, false],
      ]),
    );
    expect(facet(answer, "AVAILABILITY")).toEqual([
      ["true", "In stock", 4, false],
      ["false", "Sold out", 2, false],
    ]);
  });

  test("without a query lists all products of the shop", async () => {
    const answer = await ask(SEARCH, { filter: { collections: [collectionId(1)] } });

    expect(titles(answer)).toEqual([
      "Mug",
      "Zebra 100% mug",
      "Apfel cup",
      "\uE000 mug",
      "äpfel bowl",
    ]);
    expect(facet(answer, "COLLECTION")?.[0]).toEqual([collectionId(1), "Kitchen", 5, true]);
  });

  test("never shows, counts or suggests what is hidden", async () => {
    const drafts = await Promise.all(
      ["draft", "coming", "gone", "unpublished", "archived", "secret"].map((query) =>
        ask(SEARCH, { query }),
      ),
    );
    const secret = await ask(SEARCH, { filter: { collections: [collectionId(3)] } });

    expect([...drafts, secret].map((answer) => found(answer).totalCount)).toEqual([
      0, 0, 0, 0, 0, 0, 0,
    ]);
    expect(drafts.flatMap((answer) => found(answer).suggestions)).toEqual([]);
    expect(JSON.stringify(found(await ask(SEARCH, { query: "mug" })).facets)).not.toContain(
      "Secret",
    );
  });

  test("counts each facet as if nothing of it were selected, and marks selected values", async () => {
    const answer = await ask(SEARCH, {
      filter: { tags: ["GIFT"], options: [{ name: "colour", values: ["RED"] }] },
    });

    expect(titles(answer)).toEqual(["mug"]);
    expect(facet(answer, "OPTION")).toEqual([
      ["red", "red", 1, true],
      ["green", "green", 1, false],
      ["blue", "blue", 1, false],
    ]);
    expect(facet(answer, "TAG")).toEqual([["GIFT", "GIFT", 1, true]]);
  });

  test.each([
    [{ price: { min: "10", max: "10.00" } }, ["Apfel cup", "äpfel bowl"]],
    [{ onSale: true }, ["Zebra 100% mug"]],
    [{ vendors: ["cafe ceramics"], available: true }, ["Zebra 100% mug", "äpfel bowl"]],
    [{ productTypes: ["SPINACH"] }, ["ほうれん草"]],
  ])("is filtered by %j", async (filter, expected) => {
    expect(titles(await ask(SEARCH, { filter })).toSorted()).toEqual(expected.toSorted());
  });

  test("finds text without spaces, and ranks the label of a variant first", async () => {
    expect(titles(await ask(SEARCH, { query: "ほうれん草" }))).toEqual(["ほうれん草"]);
    expect(titles(await ask(SEARCH, { query: "art-01" }))).toEqual(["Zebra 100% mug"]);
  });

  test("suggests corrections and completions", async () => {
    const meant = await ask(SEARCH, { query: "zebar" });

    expect(titles(meant)).toEqual(["Zebra 100% mug"]);
    expect(found(meant).suggestions).toEqual([{ kind: "DID_YOU_MEAN", query: "zebra" }]);
    expect(found(await ask(SEARCH, { query: "zeb" })).suggestions).toEqual([
      { kind: "COMPLETION", query: "zebra" },
    ]);
  });

  test.each(["RELEVANCE", "TITLE", "PRICE", "CREATED", "UPDATED", "MANUAL"])(
    "sorted by %s is paged in both directions",
    async (key) => {
      const sort = { key };
      const all = titles(await ask(SEARCH, { query: "mug", sort }));
      const one = found(await ask(SEARCH, { query: "mug", sort, first: 4 }));
      const two = found(
        await ask(SEARCH, { query: "mug", sort, first: 4, after: one.pageInfo.endCursor }),
      );
      const back = found(
        await ask(SEARCH, { query: "mug", sort, last: 4, before: two.pageInfo.endCursor }),
      );

      expect([...one.nodes, ...two.nodes].map(({ title }) => title)).toEqual(all);
      expect(back.nodes.map(({ title }) => title)).toEqual(all.slice(-5, -1));
    },
  );

  test.each([
    [
      "a cursor of another order",
      {
        query: "mug",
        sort: { key: "TITLE" },
        after: Buffer.from(JSON.stringify(["price", 1, productId(1)])).toString("base64url"),
      },
      "INVALID_CURSOR",
    ],
    ["a cursor made by hand", { after: "x" }, "INVALID_CURSOR"],
    ["a page that is too large", { first: 101 }, "INVALID_PAGE"],
    ["two directions", { first: 1, last: 1 }, "INVALID_PAGE"],
    ["an id that is none", { filter: { collections: ["kitchen"] } }, "INVALID_ID"],
    ["too many decimals", { filter: { price: { min: "1.999" } } }, "INVALID_AMOUNT"],
    ["a negative price", { filter: { price: { max: "-1" } } }, "INVALID_ARGUMENT"],
    [
      "too many options",
      {
        filter: {
          options: Array.from({ length: 21 }, (_, n) => ({ name: `o${n}`, values: ["x"] })),
        },
      },
      "INVALID_ARGUMENT",
    ],
    [
      "a value that is too long",
      { filter: { options: [{ name: "Size", values: ["x".repeat(256)] }] } },
      "INVALID_ARGUMENT",
    ],
  ])("with %s is refused with a code", async (_, variables, code) => {
    expect(codes(await ask(SEARCH, variables))).toEqual([code]);
  });

  // The last but one has most words of the Zebra 100% mug.
  test.each([
    ['"', 0],
    ["***", 0],
    ["'; --", 0],
    ["%", 0],
    ["\\", 0],
    ["\u0000", 0],
    ["\uD800", 0],
    ["x".repeat(10_000), 0],
    ['{"$ne":1}', 0],
    ["__proto__", 0],
    ["mug) OR (1=1", 1],
    ["(mug", 6],
  ] as const)("for %j neither fails nor finds everything", async (query, count) => {
    const { totalCount } = found(await ask(SEARCH, { query }));

    expect(totalCount).toBe(count);
  });

  test("reads the products of a page once, and nothing for ids or the count", async () => {
    await ask(SEARCH, { query: "mug" });
    expect(world().calls.map(({ port }) => port)).toEqual(["catalogReads.productsById"]);

    world().calls.length = 0;
    await ask('{ search(query: "mug") { totalCount nodes { id } } }');
    expect(world().calls).toEqual([]);
  });

  test("of staff finds hidden products too", async () => {
    const answer = await ask(
      '{ search(query: "archived") { totalCount nodes { title status } } }',
      undefined,
      { api: "admin" },
    );

    expect(answer.data).toEqual({
      search: { totalCount: 1, nodes: [{ title: "Archived", status: "ARCHIVED" }] },
    });
    expect(
      codes(
        await ask('{ search(query: "archived") { totalCount } }', undefined, {
          api: "admin",
          viewer: "guest",
        }),
      ),
    ).toEqual(["PERMISSION_DENIED"]);
  });

  test("filters and counts by the prices of the market", async () => {
    const { world: changed, mutate } = await editing(openWorld);
    const there = (query: string) =>
      send(changed, { api: "shop", viewer: "guest", market: "ch", query });
    const { payload } = await mutate(
      "priceListCreate",
      { priceList: { key: "francs", currency: "CHF" } },
      "priceList { id }",
    );
    const priceListId = (payload["priceList"] as { readonly id: string }).id;
    await mutate("marketCreate", { market: { key: "ch", countries: ["CH"], priceListId } });
    expect(
      (await there('{ search(query: "mug", filter: { available: true }) { totalCount } }')).data,
    ).toEqual({ search: { totalCount: 0 } });
    await mutate("priceListPricesSet", {
      priceListId,
      items: [{ variantId: variantId(61), price: "6.50", compareAtPrice: "8.00" }],
    });

    const { data } = await there(
      '{ search(filter: { price: { min: "6", max: "7" }, onSale: true, available: true }) { nodes { id } facets { kind priceRange { min { amount currency } } } } }',
    );
    expect(data).toMatchObject({
      search: {
        nodes: [{ id: productId(6) }],
        facets: expect.arrayContaining([
          { kind: "PRICE", priceRange: { min: { amount: "6.50", currency: "CHF" } } },
        ]),
      },
    });
    expect(
      (
        await send(changed, {
          api: "shop",
          viewer: "guest",
          query: '{ search(filter: { price: { min: "6", max: "7" } }) { totalCount } }',
        })
      ).data,
    ).toEqual({ search: { totalCount: 0 } });
  });

  test("finds a change at once", async () => {
    const { world: changed, mutate } = await editing(openWorld);
    await mutate("productUpdate", { id: productId(5), changes: { title: "Beaker" } });
    const answer = await send(changed, {
      api: "shop",
      viewer: "guest",
      query: '{ search(query: "beaker") { nodes { id title } } }',
    });

    expect(answer.data).toEqual({ search: { nodes: [{ id: productId(5), title: "Beaker" }] } });
  });
});
