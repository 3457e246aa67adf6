import { describe, expect, test } from "vitest";
import type { ArrangeCollection } from "../../../src/application/catalog/demo/arrange-collection.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import type { CollectionSnapshot } from "../../../src/domain/catalog/collection.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/product.js";
import { fileOf, mugSheet } from "../../builders/product-sheet.js";
import { inMemoryCatalog } from "../../fakes/catalog/in-memory-catalog.js";

const TEA: ArrangeCollection = {
  slug: "tea",
  title: "Tea",
  descriptionHtml: "",
  seo: { title: "", description: "" },
  image: null,
  products: ["pot", "mug", "none"],
};
const mug = (slug: string) => mugSheet({ slug, variants: [], collection: "Tea" });

const shop = () => {
  const { catalog, database } = inMemoryCatalog();
  const idOf = (slug: string) =>
    [...database.rows<ProductSnapshot>("product").values()].find((product) => product.slug === slug)
      ?.id;
  const told = () =>
    database.outbox
      .filter(({ type }) => type.startsWith("catalog.collection-"))
      .map(({ type, version, added }) => [
        type.slice("catalog.collection-".length),
        version,
        ...(added ? [added] : []),
      ]);
  const collection = () => [...database.rows<CollectionSnapshot>("collection").values()][0];
  return { catalog, database, idOf, told, collection };
};

describe("a collection that is filled", () => {
  test("by a file tells which products came in, and nothing when they were inside", async () => {
    const { catalog, idOf, told, collection } = shop();
    const bring = (...slugs: readonly string[]) =>
      catalog.importProducts({ file: fileOf(...slugs.map(mug)) }, OPERATOR);
    await bring("mug", "pot");
    await bring("mug", "pot");
    await bring("cup", "mug");

    expect(told()).toEqual([
      ["created", 1],
      ["published", 1],
      ["products-changed", 2, [idOf("mug"), idOf("pot")]],
      ["products-changed", 3, [idOf("cup")]],
    ]);
    expect(collection()?.version).toBe(3);
  });

  test("by the demo tells the same", async () => {
    const { catalog, idOf, told } = shop();
    await catalog.importProducts(
      {
        file: fileOf(
          mugSheet({ slug: "mug", variants: [] }),
          mugSheet({ slug: "pot", variants: [] }),
        ),
      },
      OPERATOR,
    );
    await catalog.arrangeCollection(TEA, OPERATOR);
    await catalog.arrangeCollection(TEA, OPERATOR);

    expect(told()).toEqual([
      ["created", 1],
      ["published", 1],
      ["products-changed", 2, [idOf("pot"), idOf("mug")]],
    ]);
  });

  test("by staff tells who came, who went and who moved, and who was in is not told twice", async () => {
    const { catalog, database, idOf } = shop();
    await catalog.importProducts(
      { file: fileOf(...["a1", "b2", "c3"].map((slug) => mugSheet({ slug, variants: [] }))) },
      OPERATOR,
    );
    const [a, b, c] = ["a1", "b2", "c3"].map((slug) => String(idOf(slug)));
    const { result } = await catalog.collectionCreate(
      { collection: { title: "Tea", productIds: [a ?? "", b ?? ""] } },
      OPERATOR,
    );
    const id = String(result?.collectionId);
    await catalog.collectionProductsAdd({ id, productIds: [b ?? "", c ?? ""] }, OPERATOR);
    await catalog.collectionProductsReorder(
      { id, moves: [{ productId: c ?? "", to: 0 }] },
      OPERATOR,
    );
    await catalog.collectionProductsRemove({ id, productIds: [a ?? ""] }, OPERATOR);

    const facts = database.outbox
      .filter(({ type }) => type === "catalog.collection-products-changed")
      .map(({ version, added, removed, moved }) => ({ version, added, removed, moved }));
    expect(facts).toEqual([
      { version: 2, added: [a, b], removed: [], moved: [] },
      { version: 3, added: [c], removed: [], moved: [] },
      { version: 4, added: [], removed: [], moved: [c] },
      { version: 5, added: [], removed: [a], moved: [] },
    ]);
  });
});
