import { describe, expect, test } from "vitest";
import { collectionId } from "../../builders/fill-shop.js";
import { mediaId, productId, variantId } from "../../builders/product-content.js";
import { api, codes } from "../ask.js";

const { ask } = api("shop-products");

const titles = (data: unknown): unknown =>
  (data as { products: { nodes: { title: string }[] } }).products.nodes.map(({ title }) => title);

describe("a product of the shop", () => {
  const WHOLE = `query Whole($by: ProductBy!) { product(by: $by) {
    __typename id slug title descriptionHtml description vendor productType category tags giftCard available onSale publishedAt createdAt updatedAt
    options { name values } seo { title description } metafields { namespace key type value } featuredImage { id url alt }
    wash: metafield(namespace: "care", key: "washing") { value } none: metafield(namespace: "care", key: "none") { value }
    priceRange { min { amount minorUnits currency fractionDigits formatted } max { amount formatted(locale: "de-AT") } }
    media { totalCount nodes { __typename id url alt } }
    collections { totalCount nodes { id title } }
    variants { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node {
      __typename id sku barcode available stock onSale requiresShipping price { amount } compareAtPrice { amount } optionValues { name value }
      weight { value unit grams } unitPriceMeasure { total totalUnit base baseUnit } unitPrice { amount currency } image { id url } product { id title }
    } } }
  } }`;

  test("has all its fields", async () => {
    const { data, errors } = await ask(WHOLE, { by: { id: productId(5) } });

    expect(errors).toEqual([]);
    expect(data?.["product"]).toMatchObject({
      __typename: "Product",
      id: productId(5),
      slug: "mug-5",
      title: "Mug",
      descriptionHtml: "<p>Holds tea.</p>",
      description: "Holds tea.",
      vendor: "Plinth Pottery",
      productType: "Mug",
      category: "Home & Garden > Kitchen",
      tags: ["Gift"],
      giftCard: false,
      available: true,
      onSale: false,
      publishedAt: "2025-12-01T00:00:00.000Z",
      createdAt: "2025-12-01T08:00:04.000Z",
      options: [{ name: "Size", values: ["S", "L"] }],
      metafields: [{ namespace: "care", key: "washing", type: "TEXT", value: "by hand" }],
      featuredImage: { id: mediaId(5), url: "https://shop.example/media/mug-5.webp", alt: "Front" },
      wash: { value: "by hand" },
      none: null,
      priceRange: {
        min: {
          amount: "20.00",
          minorUnits: "2000",
          currency: "EUR",
          fractionDigits: 2,
          formatted: "€20.00",
        },
        max: { amount: "40.00", formatted: "€\u00A040,00" },
      },
      media: {
        totalCount: 3,
        nodes: [
          { __typename: "Media", id: mediaId(5) },
          { url: "https://img.example/side.webp" },
          { alt: "" },
        ],
      },
      collections: { totalCount: 1, nodes: [{ id: collectionId(1), title: "Kitchen" }] },
      variants: {
        totalCount: 2,
        pageInfo: { hasNextPage: false, hasPreviousPage: false },
        edges: [
          {
            node: {
              __typename: "Variant",
              id: variantId(50),
              available: false,
              stock: 0,
              price: { amount: "20.00" },
              compareAtPrice: null,
              optionValues: [{ name: "Size", value: "S" }],
              weight: { value: "250", unit: "GRAMS", grams: "250" },
              image: null,
              product: { id: productId(5), title: "Mug" },
            },
          },
          {
            node: {
              sku: null,
              barcode: "2000000000015",
              available: true,
              stock: null,
              requiresShipping: false,
              weight: { value: "1", unit: "POUNDS", grams: "453.592" },
              unitPriceMeasure: { total: "750", totalUnit: "ml", base: "1", baseUnit: "l" },
              unitPrice: { amount: "53.33", currency: "EUR" },
              image: { id: mediaId(52), url: "https://img.example/side.webp" },
            },
          },
        ],
      },
    });
  });

  test("is found by its slug in any script and case", async () => {
    const { data } = await ask(
      `query ($slug: String!) { a: product(by: { slug: $slug }) { id } b: product(by: { slug: "MUG-5" }) { id } c: product(by: { slug: "none" }) { id } }`,
      { slug: "ほうれん草" },
    );

    expect(data).toEqual({ a: { id: productId(4) }, b: { id: productId(5) }, c: null });
  });

  test("is null everywhere while it is hidden", async () => {
    const { data } = await ask(
      `query ($id: ID!) { a: product(by: { id: $id }) { id } b: product(by: { slug: "mug-9" }) { id } c: node(id: $id) { id } }`,
      { id: productId(9) },
    );

    expect(data).toEqual({ a: null, b: null, c: null });
  });

  test("has null where it has no price, stock or image", async () => {
    const { data } = await ask(
      `{ product(by: { slug: "ほうれん草" }) { priceRange { min { amount } } available variants { nodes { price { amount } compareAtPrice { amount } onSale available stock } } } }`,
    );

    expect(data).toEqual({
      product: {
        priceRange: null,
        available: false,
        variants: {
          nodes: [{ price: null, compareAtPrice: null, onSale: false, available: false, stock: 0 }],
        },
      },
    });
  });

  test("shows a crossed-out price only above the price", async () => {
    const { data } = await ask(
      `{ a: product(by: { slug: "mug-1" }) { ...P } b: product(by: { slug: "mug-3" }) { ...P } } fragment P on Product { onSale variants { nodes { onSale compareAtPrice { amount } } } }`,
    );

    expect(data).toEqual({
      a: {
        onSale: true,
        variants: { nodes: [{ onSale: true, compareAtPrice: { amount: "45.00" } }] },
      },
      b: { onSale: false, variants: { nodes: [{ onSale: false, compareAtPrice: null }] } },
    });
  });

  test("has no units left after an oversell, and no negative number", async () => {
    const { data } = await ask(
      `{ product(by: { slug: "mug-7" }) { variants { nodes { stock } } } }`,
    );

    expect(data).toEqual({ product: { variants: { nodes: [{ stock: 0 }] } } });
  });

  test("is requested by exactly one of id and slug", async () => {
    const both = await ask(`{ product(by: { id: "x", slug: "y" }) { id } }`);
    const neither = await ask(`query ($by: ProductBy!) { product(by: $by) { id } }`, { by: {} });
    const nothing = await ask(`query ($by: ProductBy!) { product(by: $by) { id } }`, {
      by: { slug: null },
    });

    expect([both, neither, nothing].map(codes)).toEqual([
      ["GRAPHQL_VALIDATION_FAILED"],
      ["BAD_USER_INPUT"],
      ["BAD_USER_INPUT"],
    ]);
    expect([both, neither, nothing].map(({ status }) => status)).toEqual([400, 400, 400]);
  });

  test("is requested by a well-formed id", async () => {
    const { data, errors } = await ask(
      `{ product(by: { id: "product_1 OR 1=1" }) { id } collection(by: { id: "${productId(5)}" }) { id } }`,
    );

    expect(data).toEqual({ product: null, collection: null });
    expect(errors.map(({ path, extensions }) => [path, extensions?.["code"]])).toEqual([
      [["product"], "INVALID_ID"],
      [["collection"], "INVALID_ID"],
    ]);
  });
});

describe("the products of the shop", () => {
  const LIST = `query List($first: Int, $after: String, $last: Int, $before: String, $filter: ProductFilter, $sort: ProductSort) {
    products(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) { totalCount nodes { title } pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } }`;

  test("are filtered by all conditions at once", async () => {
    const { data, errors } = await ask(LIST, {
      filter: {
        collection: { slug: "collection-1" },
        tags: ["GIFT"],
        vendors: ["plinth pottery"],
        productTypes: ["mug"],
        price: { min: "39.99", max: "40" },
        available: true,
        onSale: false,
        text: "mug",
      },
    });

    expect(errors).toEqual([]);
    expect(titles(data)).toEqual(["Mug"]);
  });

  test("are sorted in both directions", async () => {
    expect(titles((await ask(LIST, { first: 2, sort: { key: "PRICE" } })).data)).toEqual([
      "mug",
      "äpfel bowl",
    ]);
    expect(
      titles((await ask(LIST, { first: 2, sort: { key: "TITLE", reverse: true } })).data),
    ).toEqual(["😀 mug", "\uE000 mug"]);
    expect(
      titles((await ask(LIST, { first: 2, sort: { key: "CREATED", reverse: null } })).data),
    ).toEqual(["\uE000 mug", "Zebra 100% mug"]);
    expect(
      titles((await ask(LIST, { first: 2, filter: { collection: { id: collectionId(1) } } })).data),
    ).toEqual(["Mug", "Zebra 100% mug"]);
  });

  test("are paged in both directions", async () => {
    const one = await ask(LIST, { first: 3, sort: { key: "TITLE" } });
    const { endCursor } = (one.data as { products: { pageInfo: { endCursor: string } } }).products
      .pageInfo;
    const two = await ask(LIST, { first: 2, after: endCursor, sort: { key: "TITLE" } });
    const { startCursor } = (two.data as { products: { pageInfo: { startCursor: string } } })
      .products.pageInfo;
    const back = await ask(LIST, { last: 2, before: startCursor, sort: { key: "TITLE" } });

    expect([titles(one.data), titles(two.data), titles(back.data)]).toEqual([
      ["äpfel bowl", "Apfel cup", "Mug"],
      ["mug", "Zebra 100% mug"],
      ["Apfel cup", "Mug"],
    ]);
  });

  test("are none in an unknown or hidden collection", async () => {
    const { data } = await ask(
      `{ a: products(filter: { collection: { slug: "collection-3" } }) { totalCount nodes { id } pageInfo { endCursor } } b: products(filter: { collection: { id: "${collectionId(77)}" } }) { totalCount } }`,
    );

    expect(data).toEqual({
      a: { totalCount: 0, nodes: [], pageInfo: { endCursor: null } },
      b: { totalCount: 0 },
    });
  });

  test("refuse invalid pages and cursors", async () => {
    const answers = await Promise.all(
      [
        { first: 0 },
        { first: 101 },
        { first: -1 },
        { last: 0 },
        { first: 1, last: 1 },
        { after: "bm90aGluZw" },
        { first: null, after: "" },
      ].map((variables) => ask(LIST, variables)),
    );

    expect(answers.flatMap(codes)).toEqual([
      "INVALID_PAGE",
      "INVALID_PAGE",
      "INVALID_PAGE",
      "INVALID_PAGE",
      "INVALID_PAGE",
      "INVALID_CURSOR",
      "INVALID_CURSOR",
    ]);
    for (const { data } of answers) expect(data).toEqual({ products: null });
  });

  test("refuse all filters that are too long at once with their paths", async () => {
    const { errors } = await ask(LIST, {
      filter: {
        tags: Array(251).fill("a"),
        vendors: ["v".repeat(256)],
        text: "t".repeat(201),
        price: { min: "-1" },
        collection: { slug: "s".repeat(201) },
      },
    });

    expect(errors[0]?.extensions?.["code"]).toBe("INVALID_ARGUMENT");
    expect(errors[0]?.message).toMatch(/ At collection\.slug: .+ 200 characters\.$/);
    const problems = errors.flatMap(
      ({ extensions }) => extensions?.["problems"] as { path: string[] }[],
    );
    expect(problems.map(({ path }) => path.join(".")).toSorted()).toEqual([
      "collection.slug",
      "price.min",
      "tags",
      "text",
      "vendors",
    ]);
  });

  test("refuse amounts with more digits than the currency has", async () => {
    const answer = await ask(LIST, { filter: { price: { max: "1.005" } } });
    const notText = await ask(LIST, { filter: { price: { max: 5 } } });

    expect([codes(answer), codes(notText)]).toEqual([["INVALID_AMOUNT"], ["BAD_USER_INPUT"]]);
  });
});
