import { describe, expect, test } from "vitest";
import { collectionId } from "../../builders/fill-shop.js";
import { mediaId, productId, variantId } from "../../builders/product-content.js";
import { api, codes } from "../ask.js";

const { ask, world } = api("admin-catalog");
const asStaff = { api: "admin" } as const;
const asGuest = { api: "admin", viewer: "guest" } as const;

describe("the admin API", () => {
  test("shows fields that the shop does not have", async () => {
    const { data, errors } = await ask(
      `query ($id: ID!) { product(by: { id: $id }) { title status version publication { from until } publishedAt variants { nodes { cost { amount } onHand tracked soldOutPolicy taxable taxCode price { amount } stock product { version } } } } }`,
      { id: productId(1) },
      asStaff,
    );

    expect(errors).toEqual([]);
    expect(data).toEqual({
      product: {
        title: "Zebra 100% mug",
        status: "ACTIVE",
        version: 1,
        publication: { from: "2025-12-01T00:00:00.000Z", until: null },
        publishedAt: "2025-12-01T00:00:00.000Z",
        variants: {
          nodes: [
            {
              cost: { amount: "11.00" },
              onHand: 4,
              tracked: true,
              soldOutPolicy: "DENY",
              taxable: true,
              taxCode: null,
              price: { amount: "30.00" },
              stock: 4,
              product: { version: 1 },
            },
          ],
        },
      },
    });
  });

  test("lists products in all states or in the requested ones", async () => {
    const { data } = await ask(
      `{ all: products { totalCount } some: products(filter: { statuses: [DRAFT, ARCHIVED] }, sort: { key: TITLE }) { nodes { title status publication { from } } } }`,
      undefined,
      asStaff,
    );

    expect(data).toMatchObject({
      all: { totalCount: 13 },
      some: {
        nodes: [
          { title: "Archived", status: "ARCHIVED" },
          { title: "Draft", status: "DRAFT" },
        ],
      },
    });
  });

  test("filters products by the conditions of a back office", async () => {
    const { data, errors } = await ask(
      `{ scheduled: products(filter: { publication: SCHEDULED }) { nodes { title } } unpriced: products(filter: { priced: false, publication: CURRENT, statuses: [ACTIVE] }) { nodes { title } } latest: products(first: 1, sort: { key: UPDATED, reverse: true }) { nodes { title } } early: products(filter: { created: { until: "2025-12-01T08:00:01Z" } }) { totalCount } article: products(filter: { sku: "ART-01" }) { nodes { title } } }`,
      undefined,
      asStaff,
    );

    expect(errors).toEqual([]);
    expect(data).toEqual({
      scheduled: { nodes: [{ title: "Coming" }] },
      unpriced: { nodes: [{ title: "ほうれん草" }] },
      latest: { nodes: [{ title: "Archived" }] },
      early: { totalCount: 1 },
      article: { nodes: [{ title: "Zebra 100% mug" }] },
    });
  });

  test("lists the variants of all products with their prices, stock and options", async () => {
    const { data, errors } = await ask(
      `query ($id: ID!) { variants(first: 2, filter: { productId: $id }) { totalCount nodes { id optionValues { name value } onHand product { title } } pageInfo { hasNextPage } } code: variants(filter: { barcode: "2000000000015" }) { nodes { optionValues { value } } } maker: variants(filter: { vendors: ["cafe ceramics"] }) { nodes { sku } } }`,
      { id: productId(6) },
      asStaff,
    );

    expect(errors).toEqual([]);
    expect(data).toEqual({
      variants: {
        totalCount: 3,
        nodes: [
          {
            id: variantId(61),
            optionValues: [{ name: "Colour", value: "green" }],
            onHand: 2,
            product: { title: "mug" },
          },
          {
            id: variantId(62),
            optionValues: [{ name: "Colour", value: "blue" }],
            onHand: null,
            product: { title: "mug" },
          },
        ],
        pageInfo: { hasNextPage: true },
      },
      code: { nodes: [{ optionValues: [{ value: "L" }] }] },
      maker: { nodes: [{ sku: "ART-01" }, { sku: "Art-02" }] },
    });
    expect(
      codes(
        await ask(
          `{ variants(filter: { productId: "mug" }) { nodes { id } } }`,
          undefined,
          asStaff,
        ),
      ),
    ).toEqual(["INVALID_ID"]);
  });

  test("shows unpublished collections, and finds hidden things by id", async () => {
    const { data } = await ask(
      `query ($ids: [ID!]!) { collection(by: { slug: "collection-3" }) { title version publication { from } products { totalCount nodes { title } } } nodes(ids: $ids) { id ... on Collection { version } ... on Variant { onHand } } }`,
      { ids: [productId(9), variantId(120), mediaId(13), collectionId(3)] },
      asStaff,
    );

    expect(data).toEqual({
      collection: {
        title: "Secret",
        version: 1,
        publication: null,
        products: { totalCount: 2, nodes: [{ title: "Zebra 100% mug" }, { title: "äpfel bowl" }] },
      },
      nodes: [
        { id: productId(9) },
        { id: variantId(120), onHand: null },
        { id: mediaId(13) },
        { id: collectionId(3), version: 1 },
      ],
    });
  });

  test("refuses every query without the permission to read the catalogue", async () => {
    const QUERIES = [
      `{ products { nodes { id } } }`,
      `{ product(by: { slug: "mug-1" }) { id } }`,
      `{ collections { totalCount } }`,
      `{ collection(by: { slug: "collection-1" }) { id } }`,
      `{ node(id: "${productId(1)}") { id } }`,
      `{ nodes(ids: ["${variantId(10)}", "${mediaId(1)}"]) { id } }`,
    ];
    const answers = await Promise.all(QUERIES.map((query) => ask(query, undefined, asGuest)));

    for (const answer of answers)
      expect(new Set(codes(answer))).toEqual(new Set(["PERMISSION_DENIED"]));
    expect(world().calls).toEqual([]);
    expect(world().reported).toEqual([]);
  });

  test("has a schema of its own", async () => {
    const shop = await Promise.all(
      [
        `{ products(filter: { statuses: [DRAFT] }) { totalCount } }`,
        `{ products { nodes { status } } }`,
        `{ products { nodes { variants { nodes { cost { amount } } } } } }`,
      ].map((query) => ask(query)),
    );

    for (const answer of shop) expect(codes(answer)).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
  });
});
