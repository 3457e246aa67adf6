import { describe, expect, test } from "vitest";
import { collectionId } from "../../builders/fill-shop.js";
import { api, codes } from "../ask.js";

const [KITCHEN, GIFTS, AETHER] = [1, 2, 4].map(collectionId);

describe("the tree of collections", () => {
  const { ask } = api("collection-tree");

  test("makes a menu with the children and the breadcrumbs of each", async () => {
    const { data } = await ask(
      `{ collections(filter: { roots: true }, sort: { key: MANUAL }) { totalCount nodes { id children { totalCount pageInfo { hasNextPage } edges { cursor node { id title breadcrumbs { id title } parent { id slug } children(first: 1) { nodes { id breadcrumbs { title } sortOrder products { nodes { title } } } } } } } } } }`,
    );

    expect(data).toMatchObject({
      collections: {
        totalCount: 1,
        nodes: [
          {
            id: KITCHEN,
            children: {
              totalCount: 1,
              edges: [
                {
                  node: {
                    id: GIFTS,
                    breadcrumbs: [{ id: KITCHEN, title: "Kitchen" }],
                    parent: { id: KITCHEN },
                    children: {
                      nodes: [
                        {
                          id: AETHER,
                          breadcrumbs: [{ title: "Kitchen" }, { title: "Gifts" }],
                          sortOrder: "PRICE_DESC",
                        },
                      ],
                    },
                  },
                },
              ],
            },
          },
        ],
      },
    });
  });

  test("is listed by parent, and an unknown parent has no children", async () => {
    const { data } = await ask(
      `query ($slug: String!) { below: collections(filter: { parent: { slug: $slug } }) { totalCount nodes { id } } none: collections(filter: { parent: { slug: "nowhere" } }) { totalCount nodes { id } } both: collections(filter: { roots: true, parent: { slug: $slug } }) { totalCount } all: collections(filter: { roots: false }) { totalCount } }`,
      { slug: "collection-1" },
    );

    expect(data).toEqual({
      below: { totalCount: 1, nodes: [{ id: GIFTS }] },
      none: { totalCount: 0, nodes: [] },
      both: { totalCount: 0 },
      all: { totalCount: 3 },
    });
  });

  test("shows staff the kind and the rules of a collection", async () => {
    const { data } = await ask(
      `query ($id: ID!) { collection(by: { id: $id }) { kind evaluating rules { match conditions { field operator value key } } parent { id kind } breadcrumbs { version } } collections(filter: { kind: MANUAL, roots: true }, sort: { key: UPDATED }) { nodes { id } } }`,
      { id: GIFTS },
      { api: "admin" },
    );

    expect(data).toEqual({
      collection: {
        kind: "MANUAL",
        evaluating: false,
        rules: null,
        parent: { id: KITCHEN, kind: "MANUAL" },
        breadcrumbs: [{ version: 1 }],
      },
      collections: { nodes: [{ id: KITCHEN }, { id: collectionId(3) }] },
    });
  });

  test("refuses arguments that are too long", async () => {
    expect(
      codes(await ask(`{ collections(first: 0, filter: { roots: true }) { nodes { id } } }`)),
    ).toEqual(["INVALID_PAGE"]);
    expect(
      codes(await ask(`{ collections(filter: { parent: { id: "x" } }) { nodes { id } } }`)),
    ).toEqual(["INVALID_ID"]);
    expect(
      codes(
        await ask(
          `{ collection(by: { slug: "collection-1" }) { children(after: "x") { nodes { id } } } }`,
        ),
      ),
    ).toEqual(["INVALID_CURSOR"]);
  });
});
