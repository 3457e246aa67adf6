import { describe, expect, test } from "vitest";
import { productId } from "../builders/product-content.js";
import { api } from "./ask.js";

const { ask, world } = api("selection");

/** What was asked of the ports, and for which fields. */
const calls = () =>
  world().calls.map(({ port, arguments: given }) => [
    port,
    [...(given.findLast((one): one is ReadonlySet<string> => one instanceof Set) ?? [])]
      .toSorted()
      .join(" "),
  ]);

describe("what is read", () => {
  const PAGE = `query Page($first: Int) { products(first: $first, sort: { key: CREATED, reverse: true }) { nodes {
    id title featuredImage { url alt } priceRange { min { amount } max { amount } }
    variants(first: 100) { nodes { id sku optionValues { name value } available stock price { amount currency } compareAtPrice { amount } onSale } }
  } pageInfo { hasNextPage endCursor } } }`;

  for (const first of [1, 3, 7])
    test(`takes two calls for ${first} products with all variants, prices, stock and first image`, async () => {
      const { data, errors } = await ask(PAGE, { first });

      expect(errors).toEqual([]);
      expect(data).toBeTruthy();
      expect(calls()).toEqual([
        ["catalogReads.products", "firstImage options priceRange title"],
        ["catalogReads.variantsOfProducts", "optionValues productId sku soldOutPolicy tracked"],
      ]);
      expect(world().calls[1]?.arguments.at(-1)).toMatchObject({
        fields: new Set(["available", "price", "compareAt", "isOffered"]),
      });
    });

  test("includes no field that is not requested", async () => {
    await ask(`{ products(first: 1) { nodes { id } } }`);

    expect(calls()).toEqual([["catalogReads.products", ""]]);
  });

  test("includes the count or the items of a list only when they are requested", async () => {
    const { data } = await ask(`{ products { totalCount } collections { totalCount } }`);
    expect(data).toMatchObject({ products: { totalCount: 8 } });
    expect(calls().map(([port]) => port)).toEqual(["catalogReads.countCollections"]);

    world().calls.length = 0;
    await ask(`{ products(first: 2) { nodes { variants { totalCount } media { totalCount } } } }`);
    expect(
      calls()
        .map(([port]) => port)
        .toSorted(),
    ).toEqual(["catalogReads.countMedia", "catalogReads.countVariants", "catalogReads.products"]);
  });

  test("follows fragments, aliases and edges", async () => {
    await ask(
      `{ products(first: 1) { ...List edges { node { v: vendor } } } } fragment List on ProductConnection { nodes { ... on Node { id } ...Facts } } fragment Facts on Product { t: title again: title ... { category } }`,
    );

    expect(calls()).toEqual([["catalogReads.products", "category title vendor"]]);
  });

  const CONDITIONAL = `query ($yes: Boolean!, $no: Boolean! = false) { products(first: 1) { nodes {
    title @include(if: $yes) vendor @skip(if: $yes) tags @include(if: $no) seo @include(if: $yes) { title }
    ... @include(if: $yes) { category } ...Slug @skip(if: $yes) descriptionHtml @skip(if: false) @include(if: true) productType @skip(if: true)
  } } } fragment Slug on Product { slug }`;

  test("follows @include and @skip in each request", async () => {
    await ask(CONDITIONAL, { yes: true });
    await ask(CONDITIONAL, { yes: false });
    await ask(CONDITIONAL, { yes: true, no: true });

    expect(calls()).toEqual([
      ["catalogReads.products", "category descriptionHtml seo title"],
      ["catalogReads.products", "descriptionHtml slug vendor"],
      ["catalogReads.products", "category descriptionHtml seo tags title"],
    ]);
  });

  const FIELDS_ONLY = `query ($yes: Boolean!) { products(first: 1) @include(if: $yes) { nodes { title @include(if: $yes) vendor @skip(if: $yes) variants @skip(if: $yes) { nodes { sku } } } } shop { currency } }`;

  test("follows @include and @skip in a compiled program", async () => {
    for (const yes of [true, true, false, true]) await ask(FIELDS_ONLY, { yes });

    expect(calls()).toEqual([
      ["catalogReads.products", "title"],
      ["catalogReads.products", "title"],
      ["catalogReads.products", "title"],
    ]);
  });

  test("follows conditions for each use of a fragment", async () => {
    const TWICE = `query ($a: Boolean!, $b: Boolean!) {
      one: product(by: { slug: "mug-1" }) { ...F @include(if: $a) ...F @include(if: $b) }
      two: product(by: { slug: "mug-1" }) { ...F @include(if: $a) }
      three: product(by: { slug: "mug-1" }) { ...F }
      four: product(by: { slug: "mug-1" }) @include(if: $a) { ...F } four: product(by: { slug: "mug-1" }) { id }
    } fragment F on Product { title seo { title } }`;
    const seen = { title: "Zebra 100% mug", seo: { title: "" } };

    expect((await ask(TWICE, { a: false, b: true })).data).toEqual({
      one: seen,
      two: {},
      three: seen,
      four: { id: productId(1) },
    });
    expect((await ask(TWICE, { a: true, b: false })).data).toEqual({
      one: seen,
      two: seen,
      three: seen,
      four: { ...seen, id: productId(1) },
    });
  });

  test("includes of an interface only the fragments for the type", async () => {
    await ask(
      `query ($id: ID!) { node(id: $id) { ... on Product { title } ... on Collection { slug } ... on Node { id ... on Variant { sku } } ...V } } fragment V on Variant { barcode }`,
      { id: productId(1) },
    );

    expect(calls()).toEqual([["catalogReads.productsById", "title"]]);
  });

  test("takes one call for things of one kind in several positions", async () => {
    await ask(
      `{ a: product(by: { slug: "mug-1" }) { title } b: product(by: { slug: "mug-2" }) { title } c: product(by: { slug: "mug-3" }) { vendor } products(first: 3) { nodes { variants { nodes { image { url } product { title } } } collections(first: 1) { nodes { title products(first: 1) { nodes { title } } } } } } }`,
    );

    expect(
      calls()
        .map(([port]) => port)
        .toSorted(),
    ).toEqual([
      "catalogReads.collectionsOfProducts",
      "catalogReads.products",
      "catalogReads.productsById",
      "catalogReads.productsBySlug",
      "catalogReads.productsBySlug",
      "catalogReads.productsOfCollections",
      "catalogReads.variantsOfProducts",
    ]);
  });

  test("includes the names of options for a single variant", async () => {
    const { data } = await ask(
      `{ node(id: "variant_01h00000000000000000000051") { ... on Variant { optionValues { name value } product { slug } } } }`,
    );

    expect(data).toEqual({
      node: { optionValues: [{ name: "Size", value: "L" }], product: { slug: "mug-5" } },
    });
  });
});
