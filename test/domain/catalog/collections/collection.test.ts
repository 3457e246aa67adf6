import { describe, expect, test } from "vitest";
import { Collection } from "../../../../src/domain/catalog/collections/collection.js";
import { Refused } from "../../../../src/domain/shared/domain-error.js";
import { productId } from "../../../builders/product-content.js";
import { collectionId } from "../../../builders/fill-shop.js";

const [NOW, LATER] = [new Date("2026-01-01T12:00:00Z"), new Date("2026-01-02T12:00:00Z")];
const CONTENT = {
  slug: "tea",
  title: "Tea",
  descriptionHtml: "",
  publication: null,
  seo: { title: "", description: "" },
  image: null,
  rules: null,
  sortOrder: "MANUAL",
  parentId: null,
  metafields: [],
  translations: [],
} as const;
const tea = () =>
  Collection.restore({
    ...CONTENT,
    id: collectionId(1),
    version: 3,
    announced: false,
    createdAt: NOW,
    updatedAt: NOW,
  });

describe("a collection", () => {
  test("records added, removed and moved products in a new version", () => {
    const collection = tea();

    expect(
      collection.changeProducts(
        { added: [productId(1)], removed: [productId(2)], moved: [productId(3)] },
        LATER,
      ),
    ).toBe(true);
    expect(collection.snapshot()).toMatchObject({ version: 4, updatedAt: LATER });
    expect(collection.pullEvents()).toEqual([
      {
        type: "catalog.collection-products-changed",
        collectionId: collectionId(1),
        version: 4,
        added: [productId(1)],
        removed: [productId(2)],
        moved: [productId(3)],
      },
    ]);
  });

  test("does not change if no product was added, removed or moved", () => {
    const collection = tea();

    expect(collection.changeProducts({ added: [] }, LATER)).toBe(false);
    expect([collection.snapshot().version, collection.pullEvents()]).toEqual([3, []]);
  });

  test("records many products in several small events of one version", () => {
    const collection = tea();
    const many = Array.from({ length: 600 }, (_, n) => productId(n));
    collection.changeProducts({ added: many, removed: many.slice(0, 1) }, LATER);
    const events = collection.pullEvents();

    expect(
      events.map((event) =>
        "added" in event ? [event.version, event.added.length, event.removed.length] : [],
      ),
    ).toEqual([
      [4, 250, 1],
      [4, 250, 0],
      [4, 100, 0],
    ]);
    expect(events.flatMap((event) => ("added" in event ? event.added : []))).toEqual(many);
  });

  test("is published in the requested window, and keeps its start if it is shown already", () => {
    const collection = tea();
    collection.publish({}, NOW);
    collection.publish({ until: new Date("2026-02-01T00:00:00Z") }, LATER);

    expect(collection.snapshot().publication).toEqual({
      from: NOW,
      until: new Date("2026-02-01T00:00:00Z"),
    });
    expect([collection.unpublish(LATER), collection.unpublish(LATER)]).toEqual([true, false]);
    expect(collection.snapshot().publication).toBeNull();
  });

  test("reports every rule that its content breaks, each with its path", () => {
    const refusals = (): unknown => {
      try {
        return tea().revise(
          {
            ...CONTENT,
            slug: "A B",
            title: "",
            descriptionHtml: "\u0000",
            seo: { title: "x".repeat(300), description: "x".repeat(2_000) },
          },
          LATER,
        );
      } catch (error) {
        return error instanceof Refused ? error.errors.map(({ path }) => path.join(".")) : error;
      }
    };

    expect(refusals()).toEqual([
      "slug",
      "title",
      "descriptionHtml",
      "seo.title",
      "seo.description",
    ]);
  });
});
