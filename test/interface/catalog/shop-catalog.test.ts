import { describe, expect, test } from "vitest";
import { mediaId, productId, variantId } from "../../builders/product-content.js";
import { collectionId } from "../../builders/shelf.js";
import { api, codes } from "../ask.js";

const { ask } = api("shop-catalog");

const titles = (data: unknown): unknown =>
  (data as { products: { nodes: { title: string }[] } }).products.nodes.map(({ title }) => title);

describe("one product", () => {
  const WHOLE = `query Whole($by: ProductBy!) { product(by: $by) {
    __typename id slug title descriptionHtml description vendor productType category tags giftCard available onSale publishedAt createdAt updatedAt
    options { name values } seo { title description } metafields { namespace key type value } featuredImage { id url alt }
    wash: metafield(namespace: "care", key: "washing") { value } none: metafield(namespace: "care", key: "none") { value }
    priceRange { min { amount minorUnits currency fractionDigits formatted } max { amount formatted(locale: "de-AT") } }
    media { totalCount nodes { __typename id url alt } }
    collections { totalCount nodes { id title } }
    variants { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node {
      __typename id sku barcode available stock onSale requiresShipping price { amount } compareAtPrice { amount } optionValues { name value }
      weight { value unit grams } unitPriceMeasure { total totalUnit base baseUnit } image { id url } product { id title }
    } } }
  } }`;

  test("is shown whole", async () => {
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

  test("that the shop does not show is null, by whichever way", async () => {
    const { data } = await ask(
      `query ($id: ID!) { a: product(by: { id: $id }) { id } b: product(by: { slug: "mug-9" }) { id } c: node(id: $id) { id } }`,
      { id: productId(9) },
    );

    expect(data).toEqual({ a: null, b: null, c: null });
  });

  test("without a price, stock and images says so", async () => {
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

  test("on sale shows the crossed-out price, but not one that equals the price", async () => {
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

  test("that was sold more often than it was there has no units left, not fewer than none", async () => {
    const { data } = await ask(
      `{ product(by: { slug: "mug-7" }) { variants { nodes { stock } } } }`,
    );

    expect(data).toEqual({ product: { variants: { nodes: [{ stock: 0 }] } } });
  });

  test("needs exactly one name", async () => {
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

  test("has a well-formed id", async () => {
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

describe("lists of products", () => {
  const LIST = `query List($first: Int, $after: String, $last: Int, $before: String, $filter: ProductFilter, $sort: ProductSort) {
    products(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) { totalCount nodes { title } pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } }`;

  test("are filtered by everything at once", async () => {
    const { data, errors } = await ask(LIST, {
      filter: {
        collection: { slug: "collection-1" },
        tags: ["GIFT"],
        vendors: ["plinth pottery"],
        productTypes: ["mug"],
        price: { min: "19.99", max: "20" },
        available: true,
        onSale: false,
        text: "mug",
      },
    });

    expect(errors).toEqual([]);
    expect(titles(data)).toEqual(["Mug"]);
  });

  test("are sorted, and turned round", async () => {
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

  test("go on where a page ended, in both directions", async () => {
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

  test("of an unknown or hidden collection are empty", async () => {
    const { data } = await ask(
      `{ a: products(filter: { collection: { slug: "collection-3" } }) { totalCount nodes { id } pageInfo { endCursor } } b: products(filter: { collection: { id: "${collectionId(77)}" } }) { totalCount } }`,
    );

    expect(data).toEqual({
      a: { totalCount: 0, nodes: [], pageInfo: { endCursor: null } },
      b: { totalCount: 0 },
    });
  });

  test("refuse pages and cursors that make no sense", async () => {
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
    for (const { data, status } of answers) expect([data, status]).toEqual([null, 400]);
  });

  test("refuse filters that are too long, all of them at once with their places", async () => {
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

  test("refuse amounts that the currency does not have", async () => {
    const answer = await ask(LIST, { filter: { price: { max: "1.005" } } });
    const notText = await ask(LIST, { filter: { price: { max: 5 } } });

    expect([codes(answer), codes(notText)]).toEqual([["INVALID_AMOUNT"], ["BAD_USER_INPUT"]]);
  });
});

describe("collections", () => {
  test("come by title, with their products by hand", async () => {
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

  test("are found by slug or id, hidden ones are not", async () => {
    const { data } = await ask(
      `{ a: collection(by: { slug: "Collection-1" }) { id } b: collection(by: { id: "${collectionId(2)}" }) { title } c: collection(by: { slug: "collection-3" }) { id } }`,
    );

    expect(data).toEqual({ a: { id: collectionId(1) }, b: { title: "Gifts" }, c: null });
  });

  test("are sorted by when they were added", async () => {
    const { data } = await ask(
      `{ collections(first: 1, sort: { key: CREATED, reverse: true }) { edges { node { title } } } }`,
    );

    expect(data).toEqual({ collections: { edges: [{ node: { title: "Äther" } }] } });
  });
});

describe("anything with an id", () => {
  const NODES = `query Nodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Product { title } ... on Variant { sku price { amount } } ... on Media { url } ... on Collection { title } } }`;

  test("is found again by its id, in the order that was asked for", async () => {
    const { data, errors } = await ask(NODES, {
      ids: [
        variantId(10),
        collectionId(1),
        productId(99),
        mediaId(5),
        productId(1),
        mediaId(9_001),
        productId(9),
      ],
    });

    expect(errors).toEqual([]);
    expect(data?.["nodes"]).toEqual([
      { __typename: "Variant", id: variantId(10), sku: "ART-01", price: { amount: "30.00" } },
      { __typename: "Collection", id: collectionId(1), title: "Kitchen" },
      null,
      { __typename: "Media", id: mediaId(5), url: "https://shop.example/media/mug-5.webp" },
      { __typename: "Product", id: productId(1), title: "Zebra 100% mug" },
      {
        __typename: "Media",
        id: mediaId(9_001),
        url: "https://shop.example/media/collection-1.webp",
      },
      null,
    ]);
  });

  test("an id in the wrong form spoils its own place only", async () => {
    const { data, errors } = await ask(NODES, {
      ids: [productId(1), "1abc", "order_01h00000000000000000000001"],
    });

    expect(data?.["nodes"]).toEqual([
      { __typename: "Product", id: productId(1), title: "Zebra 100% mug" },
      null,
      null,
    ]);
    expect(errors.map(({ path, extensions }) => [path, extensions?.["code"]])).toEqual([
      [["nodes", 1], "INVALID_ID"],
      [["nodes", 2], "INVALID_ID"],
    ]);
  });

  test("may be asked for a hundred times at once, not more", async () => {
    const many = await ask(NODES, { ids: Array(101).fill(productId(1)) });
    const huge = await ask(NODES, { ids: Array(300).fill("x") });

    expect([codes(many), codes(huge)]).toEqual([["TOO_MANY"], ["TOO_MANY"]]);
    expect((await ask(NODES, { ids: Array(100).fill(productId(1)) })).errors).toEqual([]);
  });
});

describe("the shop itself", () => {
  test("answers under any name that a client chooses", async () => {
    const QUERY = `query ($__proto__: Int = 1, $constructor: Int = 1) { __proto__: shop { constructor: currency __proto__: locale } toString: products(first: $__proto__, sort: { key: TITLE }) { __proto__: nodes { title } } hasOwnProperty: products(first: $constructor) { nodes { __typename } } }`;
    // The second time it may be a compiled program that answers.
    for (const { data } of [await ask(QUERY), await ask(QUERY)])
      expect(JSON.stringify(data)).toBe(
        '{"__proto__":{"constructor":"EUR","__proto__":"en"},"toString":{"__proto__":[{"title":"äpfel bowl"}]},"hasOwnProperty":{"nodes":[{"__typename":"Product"}]}}',
      );
  });

  test("says for which market, in which language and currency it answers", async () => {
    const { data, extensions } = await ask(
      `{ shop { market { key isDefault defaultLocale } locale currency } }`,
      undefined,
      { market: "default", locale: "EN" },
    );

    expect(data).toEqual({
      shop: {
        market: { key: "default", isDefault: true, defaultLocale: "en" },
        locale: "en",
        currency: "EUR",
      },
    });
    expect(extensions).toEqual({ context: { market: "default", locale: "en", currency: "EUR" } });
  });

  test("refuses a market or language that it does not know, whatever is asked", async () => {
    const market = await ask(`{ shop { market { key } } }`, undefined, { market: "atlantis" });
    const locale = await ask(`{ products { nodes { id } } }`, undefined, { locale: "tlh" });

    expect([codes(market), codes(locale)]).toEqual([["UNKNOWN_MARKET"], ["UNKNOWN_LOCALE"]]);
    expect([market.status, market.data, market.extensions, locale.status]).toEqual([
      400,
      undefined,
      undefined,
      400,
    ]);
  });

  test("writes prices in any language that has a name", async () => {
    const money = (locale: string) =>
      ask(
        `query ($locale: String) { product(by: { slug: "mug-1" }) { priceRange { min { formatted(locale: $locale) } } } }`,
        { locale },
      );

    expect((await money("de")).data).toEqual({
      product: { priceRange: { min: { formatted: "30,00\u00A0€" } } },
    });
    for (const locale of ["", "x", "de_AT", "e".repeat(500), "en-a"])
      expect(codes(await money(locale))).toEqual(["INVALID_LOCALE"]);
  });
});
