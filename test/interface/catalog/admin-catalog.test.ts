import { describe, expect, test } from "vitest";
import { collectionId } from "../../builders/shelf.js";
import { mediaId, productId, variantId } from "../../builders/product-content.js";
import { api, codes } from "../ask.js";

const { ask, world } = api("admin-catalog");
const asStaff = { api: "admin" } as const;
const asGuest = { api: "admin", viewer: "guest" } as const;

describe("the admin API", () => {
  test("shows what the shop keeps to itself", async () => {
    const { data, errors } = await ask(
      `query ($id: ID!) { product(by: { id: $id }) { title status version publication { from until } publishedAt variants { nodes { cost { amount } onHand tracked soldOutPolicy taxable taxCode price { amount } stock product { version } } } } }`,
      { id: productId(1) },
      asStaff,
    );

    expect(errors).toEqual([]);
    expect(data).toEqual({
      product: {
        title: "Zebra 100% mug", status: "ACTIVE", version: 1, publication: { from: "2025-12-01T00:00:00.000Z", until: null }, publishedAt: "2025-12-01T00:00:00.000Z",
        variants: { nodes: [{ cost: { amount: "11.00" }, onHand: 4, tracked: true, soldOutPolicy: "DENY", taxable: true, taxCode: null, price: { amount: "30.00" }, stock: 4, product: { version: 1 } }] },
      },
    });
  });

  test("lists products in any state, or in the states that are asked for", async () => {
    const { data } = await ask(`{ all: products { totalCount } some: products(filter: { statuses: [DRAFT, ARCHIVED] }, sort: { key: TITLE }) { nodes { title status publication { from } } } }`, undefined, asStaff);

    expect(data).toMatchObject({ all: { totalCount: 13 }, some: { nodes: [{ title: "Archived", status: "ARCHIVED" }, { title: "Draft", status: "DRAFT" }] } });
  });

  test("shows collections that are not published, and hidden things by id", async () => {
    const { data } = await ask(
      `query ($ids: [ID!]!) { collection(by: { slug: "collection-3" }) { title version publication { from } products { totalCount nodes { title } } } nodes(ids: $ids) { id ... on Collection { version } ... on Variant { onHand } } }`,
      { ids: [productId(9), variantId(120), mediaId(13), collectionId(3)] },
      asStaff,
    );

    expect(data).toEqual({
      collection: { title: "Secret", version: 1, publication: null, products: { totalCount: 2, nodes: [{ title: "Zebra 100% mug" }, { title: "äpfel bowl" }] } },
      nodes: [{ id: productId(9) }, { id: variantId(120), onHand: null }, { id: mediaId(13) }, { id: collectionId(3), version: 1 }],
    });
  });

  test("refuses everything to those who may not read the catalogue", async () => {
    const QUERIES = [`{ products { nodes { id } } }`, `{ product(by: { slug: "mug-1" }) { id } }`, `{ collections { totalCount } }`, `{ collection(by: { slug: "collection-1" }) { id } }`, `{ node(id: "${productId(1)}") { id } }`, `{ nodes(ids: ["${variantId(10)}", "${mediaId(1)}"]) { id } }`];
    const answers = await Promise.all(QUERIES.map((query) => ask(query, undefined, asGuest)));

    for (const answer of answers) expect(new Set(codes(answer))).toEqual(new Set(["PERMISSION_DENIED"]));
    expect(answers[0]?.status).toBe(403);
    expect(world().calls).toEqual([]);
    expect(world().reported).toEqual([]);
  });

  test("is another schema than the shop's", async () => {
    const shop = await Promise.all([`{ products(filter: { statuses: [DRAFT] }) { totalCount } }`, `{ products { nodes { status } } }`, `{ products { nodes { variants { nodes { cost { amount } } } } } }`].map((query) => ask(query)));

    for (const answer of shop) expect(codes(answer)).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
  });
});
