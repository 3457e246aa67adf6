import { describe, expect, test } from "vitest";
import { collectionId } from "../../builders/fill-shop.js";
import { api } from "../ask.js";

const { ask } = api("shop-collections");

describe("the collections of the shop", () => {
  test("are sorted by title, with their products in manual order", async () => {
    const { data } = await ask(
      `{ collections { totalCount nodes { slug title description image { url alt } seo { title } publishedAt products(first: 2) { totalCount pageInfo { hasNextPage } nodes { title } } } } }`,
    );

    expect(data).toMatchObject({
      collections: {
        totalCount: 3,
        nodes: [
          {
            title: "Äther",
            products: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false } },
          },
          {
            title: "Gifts",
            products: { totalCount: 2, nodes: [{ title: "mug" }, { title: "Zebra 100% mug" }] },
          },
          {
            title: "Kitchen",
            description: "Chosen by hand.",
            image: { url: "https://shop.example/media/collection-1.webp", alt: "Collection 1" },
            products: {
              totalCount: 5,
              pageInfo: { hasNextPage: true },
              nodes: [{ title: "Mug" }, { title: "Zebra 100% mug" }],
            },
          },
        ],
      },
    });
  });

  test("are found by slug or id unless they are hidden", async () => {
    const { data } = await ask(
      `{ a: collection(by: { slug: "Collection-1" }) { id } b: collection(by: { id: "${collectionId(2)}" }) { title } c: collection(by: { slug: "collection-3" }) { id } }`,
    );

    expect(data).toEqual({ a: { id: collectionId(1) }, b: { title: "Gifts" }, c: null });
  });

  test("are sorted by creation", async () => {
    const { data } = await ask(
      `{ collections(first: 1, sort: { key: CREATED, reverse: true }) { edges { node { title } } } }`,
    );

    expect(data).toEqual({ collections: { edges: [{ node: { title: "Äther" } }] } });
  });
});
