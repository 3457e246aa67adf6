import { describe, expect, test } from "vitest";
import { Collection } from "../../../src/domain/catalog/collections/collection.js";
import type { CollectionId } from "../../../src/domain/catalog/ids.js";
import { requestedPublication } from "../../../src/domain/catalog/publication.js";
import { id } from "../../../src/domain/shared/id.js";

const [BEFORE, NOON, LATER] = [
  new Date("2026-01-01T11:00:00.000Z"),
  new Date("2026-01-01T12:00:00.000Z"),
  new Date("2026-01-01T13:00:00.000Z"),
];

/** A collection that is published from a moment on. */
const publishedFrom = (from: Date, until: Date | null) =>
  Collection.restore({
    id: id<CollectionId>("collection_1"),
    version: 3,
    announced: false,
    createdAt: BEFORE,
    updatedAt: BEFORE,
    slug: "tea",
    title: "Tea",
    descriptionHtml: "",
    publication: { from, until },
    seo: { title: "", description: "" },
    image: null,
    rules: null,
    sortOrder: "MANUAL",
    parentId: null,
    metafields: [],
    translations: [],
  });

describe("a collection that is published again", () => {
  test("keeps its start, also when it begins at this moment", () => {
    const collection = publishedFrom(NOON, null);

    expect(collection.publish({}, NOON)).toBe(false);
    expect(collection.snapshot().publication).toEqual({ from: NOON, until: null });
  });

  test("starts again at the moment at which it ends, and then without an end", () => {
    const collection = publishedFrom(BEFORE, NOON);
    collection.publish({}, NOON);

    expect(collection.snapshot().publication).toEqual({ from: NOON, until: null });
  });

  test("keeps its start until a millisecond before its end", () => {
    const collection = publishedFrom(BEFORE, new Date(NOON.getTime() + 1));

    expect(collection.publish({}, NOON)).toBe(false);
    expect(collection.snapshot().publication?.from).toEqual(BEFORE);
  });
});

describe("the announcement of a collection", () => {
  test("is made at the first moment of its publication, and the announcement of its end at its end", () => {
    const collection = publishedFrom(NOON, LATER);
    const announced = [
      new Date(NOON.getTime() - 1),
      NOON,
      new Date(LATER.getTime() - 1),
      LATER,
    ].map((now) => collection.announce(now));

    expect(announced).toEqual([false, true, false, true]);
    expect(collection.pullEvents().map(({ type }) => type)).toEqual([
      "catalog.collection-published",
      "catalog.collection-unpublished",
    ]);
  });
});

describe("the end of a publication that a request leaves out", () => {
  test("is kept while it is in the future, and removed when it has come", () => {
    const kept = (until: Date) =>
      requestedPublication({}, { from: BEFORE, until }, BEFORE, NOON).until;

    expect(kept(LATER)).toEqual(LATER);
    expect(kept(NOON)).toBeNull();
    expect(kept(BEFORE)).toBeNull();
  });

  test("is removed when the publication begins at that moment or later", () => {
    const kept = (from: Date) =>
      requestedPublication({ from }, { from: BEFORE, until: LATER }, BEFORE, NOON).until;

    expect(kept(new Date(LATER.getTime() - 1))).toEqual(LATER);
    expect(kept(LATER)).toBeNull();
  });
});
