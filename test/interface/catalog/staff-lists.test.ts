import { describe, expect, test } from "vitest";
import { definitionId } from "../../builders/fill-shop.js";
import { api, codes } from "../ask.js";

const { ask } = api("staff-lists");
const staff = { api: "admin" } as const;
const WASHING = definitionId(9_001);

describe("the lists of the admin API", () => {
  test("page through custom fields with the number of their products", async () => {
    const { data } = await ask(
      "{ metafieldDefinitions(first: 1) { totalCount pageInfo { hasNextPage } edges { cursor node { namespace key type name usedBy } } nodes { id version createdAt } } }",
      undefined,
      staff,
    );

    expect(data).toMatchObject({
      metafieldDefinitions: {
        totalCount: 1,
        pageInfo: { hasNextPage: false },
        edges: [
          { node: { namespace: "care", key: "washing", type: "TEXT", name: "washing", usedBy: 1 } },
        ],
        nodes: [{ id: WASHING, version: 1, createdAt: "2025-12-01T08:00:00.000Z" }],
      },
    });
  });

  test("filter custom fields by namespace and by text", async () => {
    const query =
      "query ($filter: MetafieldDefinitionFilter) { metafieldDefinitions(filter: $filter) { totalCount nodes { key } } }";
    const counts = [
      { namespace: "care" },
      { namespace: "facts" },
      { text: "WASH" },
      { namespace: "cäre" },
      { text: "%" },
    ].map(async (filter) => (await ask(query, { filter }, staff)).data?.["metafieldDefinitions"]);

    expect(await Promise.all(counts)).toMatchObject([
      { totalCount: 1 },
      { totalCount: 0 },
      { totalCount: 1 },
      { totalCount: 0 },
      { totalCount: 0 },
    ]);
  });

  test("find a custom field by id, by name and as a node", async () => {
    const { data, errors } = await ask(
      `query ($id: ID!) { byId: metafieldDefinition(by: { id: $id }) { key usedBy } byName: metafieldDefinition(by: { name: { namespace: "care", key: "washing" } }) { id } odd: metafieldDefinition(by: { name: { namespace: "ほう", key: "washing " } }) { id }
         node(id: $id) { id ... on MetafieldDefinition { description } } }`,
      { id: WASHING },
      staff,
    );

    expect(errors).toEqual([]);
    expect(data).toEqual({
      byId: { key: "washing", usedBy: 1 },
      byName: { id: WASHING },
      odd: null,
      node: { id: WASHING, description: "" },
    });
  });

  test("refuse the id of another kind for a custom field", async () => {
    expect(
      codes(
        await ask(
          `{ metafieldDefinition(by: { id: "product_01h00000000000000000000001" }) { key } }`,
          undefined,
          staff,
        ),
      ),
    ).toEqual(["INVALID_ID"]);
  });

  test("have no counterpart among the nodes of the shop", async () => {
    expect((await ask("query ($id: ID!) { node(id: $id) { id } }", { id: WASHING })).data).toEqual({
      node: null,
    });
  });

  test("filter collections by text and by publication", async () => {
    const query =
      "query ($filter: CollectionFilter) { collections(filter: $filter, sort: { key: UPDATED, reverse: true }) { totalCount nodes { title version } } }";
    const [hidden, published] = [
      await ask(query, { filter: { published: false } }, staff),
      await ask(query, { filter: { published: true, text: "t" } }, staff),
    ];

    expect(hidden.data).toEqual({
      collections: { totalCount: 1, nodes: [{ title: "Secret", version: 1 }] },
    });
    expect(published.data).toEqual({
      collections: {
        totalCount: 3,
        nodes: ["Äther", "Gifts", "Kitchen"].map((title) => ({ title, version: 1 })),
      },
    });
  });
});
