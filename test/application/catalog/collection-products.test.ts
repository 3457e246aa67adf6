import { describe, expect, test } from "vitest";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import type { CollectionSnapshot } from "../../../src/domain/catalog/collections/collection-content.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import { fileOf, mugRecord } from "../../builders/mug-record.js";
import { inMemoryCatalog } from "../../fakes/catalog/in-memory-catalog.js";

const mug = (slug: string) => mugRecord({ slug, variants: [], collection: "Tea" });

const shop = () => {
  const { catalog, database } = inMemoryCatalog();
  const idOf = (slug: string) =>
    [...database.rows<ProductSnapshot>("product").values()].find((product) => product.slug === slug)
      ?.id;
  const events = () =>
    database.outbox
      .filter(({ type }) => type.startsWith("catalog.collection-"))
      .map(({ type, version, added }) => [
        type.slice("catalog.collection-".length),
        version,
        ...(added ? [added] : []),
      ]);
  const collection = () => [...database.rows<CollectionSnapshot>("collection").values()][0];
  return { catalog, database, idOf, events, collection };
};

describe("the events of a collection", () => {
  test("have the products that an import adds, and none if they are already members", async () => {
    const { catalog, idOf, events, collection } = shop();
    const importProducts = (...slugs: readonly string[]) =>
      catalog.importProducts({ file: fileOf(...slugs.map(mug)) }, OPERATOR);
    await importProducts("mug", "pot");
    await importProducts("mug", "pot");
    await importProducts("cup", "mug");

    expect(events()).toEqual([
      ["created", 1],
      ["published", 1],
      ["products-changed", 2, [idOf("mug"), idOf("pot")]],
      ["products-changed", 3, [idOf("cup")]],
    ]);
    expect(collection()?.version).toBe(3);
  });

  test("have the products that it is created with, and none if these are added again", async () => {
    const { catalog, idOf, events } = shop();
    await catalog.importProducts(
      {
        file: fileOf(
          mugRecord({ slug: "mug", variants: [] }),
          mugRecord({ slug: "pot", variants: [] }),
        ),
      },
      OPERATOR,
    );
    const productIds = ["pot", "mug"].map((slug) => String(idOf(slug)));
    const { result } = await catalog.collectionCreate(
      { collection: { title: "Tea", productIds } },
      OPERATOR,
    );
    await catalog.collectionProductsAdd({ id: String(result?.collectionId), productIds }, OPERATOR);

    expect(events()).toEqual([
      ["created", 1],
      ["products-changed", 2, [idOf("pot"), idOf("mug")]],
    ]);
  });

  test("have the products that staff add, remove and move, without those that are already members", async () => {
    const { catalog, database, idOf } = shop();
    await catalog.importProducts(
      { file: fileOf(...["a1", "b2", "c3"].map((slug) => mugRecord({ slug, variants: [] }))) },
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
