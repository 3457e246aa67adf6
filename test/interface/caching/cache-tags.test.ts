import type { FastifyInstance } from "fastify";
import { getNamedType, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CacheTags } from "../../../src/interface/graphql/caching/cache-tags.js";
import { NOT_KEPT } from "../../../src/interface/graphql/caching/cached-answer.js";
import { buildShopSchema } from "../../../src/interface/graphql/build-shop-schema.js";
import { audienceOf } from "../../../src/interface/graphql/schema/answer-for.js";
import { collectionId } from "../../builders/fill-shop.js";
import { mediaId, productId, variantId } from "../../builders/product-content.js";
import { worldServer } from "../http/world-server.js";

let server: FastifyInstance;

beforeAll(async () => {
  server = await worldServer({ caching: { ...NOT_KEPT, tagHeader: "Surrogate-Key" } });
});
afterAll(() => server.close());

interface Body {
  readonly data: Readonly<Record<string, { readonly nodes: readonly { readonly id: string }[] }>>;
  readonly extensions: { readonly cacheTags?: readonly string[] };
}

const ask = async (query: string) => {
  const { body, headers } = await server.inject({
    method: "GET",
    url: `/graphql?query=${encodeURIComponent(query)}`,
    headers: { "apollo-require-preflight": "1" },
  });
  const { data, extensions } = JSON.parse(body) as Body;
  return { data, tags: extensions.cacheTags, header: headers["surrogate-key"] };
};

describe("an answer names what it depends on", () => {
  test("a product, whatever is selected of it", async () => {
    const { tags, header } = await ask(
      `{ product(by: { id: "${productId(1)}" }) { title variants(first: 5) { nodes { sku } } } }`,
    );

    expect(tags).toEqual(["catalog", productId(1)]);
    expect(header).toBe(`catalog ${productId(1)}`);
  });

  test.each(["nodes { id }", "edges { node { id } }"])(
    "the products of a list and the list itself, as %s",
    async (selection) => {
      const { tags = [] } = await ask(`{ products(first: 3) { ${selection} } }`);

      expect(tags.slice(0, 2)).toEqual(["catalog", "products"]);
      expect(tags.slice(2)).toHaveLength(3);
      expect(tags.slice(2).every((tag) => tag.startsWith("product_"))).toBe(true);
    },
  );

  test("the same after it was compiled", async () => {
    const query = "{ search(first: 4) { edges { node { title } } nodes { title } } }";

    const [once, again, third] = [await ask(query), await ask(query), await ask(query)];

    expect(once.tags).toHaveLength(6);
    expect([again.tags, third.tags]).toEqual([once.tags, once.tags]);
  });

  test("the list where a product or collection was not found", async () => {
    expect((await ask('{ product(by: { slug: "nothing" }) { id } }')).tags).toEqual([
      "catalog",
      "products",
    ]);
    expect((await ask('{ collection(by: { slug: "nothing" }) { id } }')).tags).toEqual([
      "catalog",
      "collections",
    ]);
  });

  test("collections with their parents and products", async () => {
    const { tags = [] } = await ask(
      `{ collection(by: { id: "${collectionId(1)}" }) { title products(first: 2) { nodes { title } } } }`,
    );

    expect(tags).toContain(collectionId(1));
    expect(tags).toContain("products");
    expect(tags.filter((tag) => tag.startsWith("product_")).length).toBeGreaterThan(0);
  });

  test("what is found by its id", async () => {
    expect((await ask(`{ node(id: "${productId(1)}") { id } }`)).tags).toEqual([
      "catalog",
      productId(1),
    ]);
    const { tags: ofVariant } = await ask(`{ node(id: "${variantId(51)}") { id } }`);
    expect(ofVariant).toContain("catalog");
    expect((await ask(`{ node(id: "${mediaId(5)}") { id } }`)).tags).toContain("products");
  });

  test("the markets, and nothing for what never changes", async () => {
    expect((await ask("{ shop { locale } }")).tags).toEqual(["markets"]);
    const constant = await ask("{ errorCodes { code } __typename }");
    expect([constant.tags, constant.header]).toEqual([[], undefined]);
  });
});

describe("tags", () => {
  test("of more things than headers have room for stand for all of their kind", () => {
    const tags = new CacheTags();
    tags.addList("products");
    tags.addCollection("collection_1");
    for (let index = 0; index < 64; index += 1) tags.addProduct(`product_${index}`);

    expect(tags.all()).toEqual(["catalog", "products", "collection_1", "many-products"]);

    for (let index = 2; index < 2_000; index += 1) tags.addCollection(`collection_${index}`);
    expect(tags.all()).toEqual(["catalog", "products", "many-collections", "many-products"]);
  });

  test("are few enough for the buffers of proxies", () => {
    const tags = new CacheTags();
    for (let index = 0; index < 64; index += 1) tags.addProduct(productId(index));

    expect(tags.all().join(",").length).toBeLessThan(2_560);
  });
});

/** Queries for everybody whose types need no tag. */
const WITHOUT_TAGS = ["addressFormat", "errorCodes"];

test("every query for everybody leads to a type that has a tag", async () => {
  const fields = (await buildShopSchema()).getQueryType()?.getFields() ?? {};
  const tagged =
    /^(Product|Collection|Market|Shop|Node|Product\w*Connection|CollectionConnection)$/;

  const untagged = Object.values(fields).filter((field) => {
    const named = getNamedType(field.type);
    return (
      audienceOf(field) !== "one-buyer" &&
      !WITHOUT_TAGS.includes(field.name) &&
      !(isObjectType(named) || named.name === "Node" ? tagged.test(named.name) : false)
    );
  });

  expect(untagged.map(({ name }) => name)).toEqual([]);
});
