import { expect, test } from "vitest";
import { NOT_KEPT } from "../../../src/interface/graphql/caching/cached-answer.js";
import { collectionId } from "../../builders/fill-shop.js";
import { productId, variantId } from "../../builders/product-content.js";
import { KEY } from "../http/toy-server.js";
import { worldServer } from "../http/world-server.js";

const [MUG, BOWL, DRAFT] = [productId(5), productId(2), productId(9)];

test("an answer names what its custom fields refer to, also what is not shown yet", async () => {
  const server = await worldServer({ caching: { ...NOT_KEPT, tagHeader: "Surrogate-Key" } });
  const types = {
    product: "PRODUCT",
    products: "PRODUCT_LIST",
    variant: "VARIANT",
    in: "COLLECTION",
  };
  for (const [key, type] of Object.entries(types))
    await change("metafieldDefinitionCreate", { definition: { namespace: "see", key, type } });
  const tagsOf = async (value: Partial<Record<keyof typeof types, string>>) => {
    await change("productMetafieldsSet", {
      id: MUG,
      metafields: Object.entries(value).map(([key, text]) => ({
        namespace: "see",
        key,
        value: text,
      })),
    });
    const [key = ""] = Object.keys(value);
    const query = `{ product(by: { id: "${MUG}" }) { metafield(namespace: "see", key: "${key}") {
      reference { ... on Node { id } } references { nodes { ... on Node { id } } } } } }`;
    const { body } = await server.inject({
      method: "GET",
      url: `/graphql?query=${encodeURIComponent(query)}`,
      headers: { "apollo-require-preflight": "1" },
    });
    const { extensions } = JSON.parse(body) as {
      readonly extensions: { readonly cacheTags?: readonly string[] };
    };
    return extensions.cacheTags?.filter((tag) => tag !== "catalog" && tag !== MUG);
  };

  expect(await tagsOf({ product: BOWL })).toEqual([BOWL]);
  expect(await tagsOf({ product: DRAFT })).toEqual([DRAFT]);
  expect(await tagsOf({ products: JSON.stringify([BOWL, DRAFT]) })).toEqual([BOWL, DRAFT]);
  expect(await tagsOf({ in: collectionId(3) })).toEqual([collectionId(3)]);
  expect(await tagsOf({ variant: variantId(90) })).toEqual(["products"]);
  await server.close();

  async function change(name: string, input: object): Promise<void> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const { body } = await server.inject({
      method: "POST",
      url: "/admin/graphql",
      headers: { "content-type": "application/json", authorization: `Bearer ${KEY}` },
      payload: {
        query: `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { message } } }`,
        variables: { input },
      },
    });
    expect(body).toContain('"userErrors":[]');
  }
});
