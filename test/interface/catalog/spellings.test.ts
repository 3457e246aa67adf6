import { beforeAll, describe, expect, test } from "vitest";
import { productId } from "../../builders/product-content.js";
import { send } from "../ask.js";
import { editing, type Editing } from "../editing.js";

/** An é of two characters, as some keyboards and file systems write it. */
const DECOMPOSED = "Cre\u0301me";
const COMPOSED = "Cr\u00E9me";

describe("a product is found however its accents are composed", () => {
  let shop: Editing;

  beforeAll(async () => {
    shop = await editing();
    await shop.mutate("productUpdate", {
      id: productId(1),
      changes: {
        slug: COMPOSED,
        title: COMPOSED,
        vendor: COMPOSED,
        productType: COMPOSED,
        tags: [COMPOSED],
      },
    });
    const collection = await shop.mutate(
      "collectionCreate",
      { collection: { title: COMPOSED, slug: COMPOSED } },
      "collection { id }",
    );
    await shop.mutate("collectionPublish", {
      id: (collection.payload["collection"] as { readonly id: string }).id,
    });
  });

  const ask = async (query: string, word: string) =>
    (
      await send(shop.world, {
        api: "shop",
        viewer: "guest",
        query: `query ($word: String!) { ${query} }`,
        variables: { word },
      })
    ).data;

  const WORDS = [COMPOSED, DECOMPOSED, DECOMPOSED.toUpperCase(), COMPOSED.toLowerCase()];

  test.each(WORDS)("by its slug: %j", async (word) => {
    expect(await ask(`product(by: { slug: $word }) { id }`, word)).toEqual({
      product: { id: productId(1) },
    });
    expect(await ask(`collection(by: { slug: $word }) { slug }`, word)).toEqual({
      collection: { slug: COMPOSED.toLowerCase() },
    });
  });

  test.each(WORDS)("by its tag, its vendor and its type: %j", async (word) => {
    const found = { nodes: [{ id: productId(1) }] };

    expect(
      await ask(
        `a: products(filter: { tags: [$word] }) { nodes { id } }
         b: products(filter: { vendors: [$word] }) { nodes { id } }
         c: products(filter: { productTypes: [$word] }) { nodes { id } }
         d: search(query: $word) { nodes { id } }`,
        word,
      ),
    ).toEqual({ a: found, b: found, c: found, d: found });
  });

  test("by its old slug after the slug has changed", async () => {
    await shop.mutate("productUpdate", { id: productId(1), changes: { slug: "mousse" } });

    for (const word of [COMPOSED, DECOMPOSED])
      expect(await ask(`product(by: { slug: $word }) { slug }`, word)).toEqual({
        product: { slug: "mousse" },
      });
  });
});
