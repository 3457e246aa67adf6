import { beforeEach, describe, expect, test } from "vitest";
import { catalog, type Catalog } from "../../../src/application/catalog/catalog.js";
import { StoreNotEmpty } from "../../../src/application/catalog/demo/load-demo.js";
import type { ProductEntry } from "../../../src/application/catalog/ports.js";
import { GUEST, OPERATOR, PermissionDenied } from "../../../src/application/shared/viewer.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { numberedIds } from "../../fakes/numbered-ids.js";

const place = { line: 2, column: null };
const entry = (slug: string): ProductEntry => ({
  name: slug,
  rows: 1,
  variants: 1,
  images: 0,
  sheet: {
    place,
    slug,
    title: slug,
    status: "ACTIVE",
    published: true,
    options: ["Title"],
    variants: [
      { place, optionValues: ["Default Title"], price: "12.90", onHand: 3, tracked: true },
    ],
    images: [],
  },
  defects: [],
  warnings: [],
});

const fileOf = (...slugs: readonly string[]) => ({
  entries: async function* () {
    for (const slug of slugs) yield entry(slug);
  },
});
const kitchen = {
  slug: "kitchen",
  title: "Kitchen",
  descriptionHtml: "",
  seo: { title: "", description: "" },
  image: { url: "/media/demo/kitchen.webp", alt: "" },
  products: ["plate", "mug", "unknown"],
};

describe("the demo catalogue", () => {
  let app: Catalog;
  const slugs = async () => {
    const page = { size: 100, direction: "forward", after: null, before: null } as const;
    const { items } = await app.admin.products(
      { filter: {}, sort: { key: "TITLE", reverse: false }, page, fields: new Set(["slug"]) },
      OPERATOR,
    );
    return items.map(({ item }) => item.slug);
  };
  const isDue = () => app.isDemoDue({}, OPERATOR);

  beforeEach(() => {
    const database = new InMemoryDatabase();
    app = catalog({
      unitOfWork: database.unitOfWork(inMemoryStores),
      ...inMemoryReads(database),
      clock: fixedClock(),
      ids: numberedIds(),
      currency: "EUR",
    });
  });

  test("fills a new store, with its collections in their order by hand", async () => {
    expect(await isDue()).toBe(true);
    await app.loadDemo({ file: fileOf("mug", "plate"), collections: [kitchen] }, OPERATOR);

    expect(await slugs()).toEqual(["mug", "plate"]);
    const collection = (
      await app.admin.collectionsBySlug({ slugs: ["kitchen"], fields: new Set() }, OPERATOR)
    ).get("kitchen");
    const page = { size: 100, direction: "forward", after: null, before: null } as const;
    const inside = await app.admin.products(
      {
        filter: collection ? { collection: collection.id } : {},
        sort: { key: "MANUAL", reverse: false },
        page,
        fields: new Set(["slug"]),
      },
      OPERATOR,
    );
    expect(inside.items.map(({ item }) => item.slug)).toEqual(["plate", "mug"]);
    expect(await isDue()).toBe(false);
  });

  test("speaks other languages, and passes over what it does not know", async () => {
    const german = {
      locale: "de",
      options: {},
      words: {},
      metafields: {},
      products: {
        mug: { title: "Becher", seoTitle: "Becher kaufen" },
        unknown: { title: "Unbekannt" },
      },
      collections: {
        kitchen: { title: "Küche", imageAlt: "Eine Küche" },
        unknown: { title: "Unbekannt" },
      },
    };
    await app.loadDemo(
      { file: fileOf("mug", "plate"), collections: [kitchen], translations: [german] },
      OPERATOR,
    );

    const viewer = {
      ...GUEST,
      place: { market: "default", currency: "EUR", priceList: null, locale: "de" },
    };
    const found = await app.shop.productsBySlug(
      { slugs: ["mug", "plate"], fields: new Set(["title"]) },
      viewer,
    );
    expect([found.get("mug")?.title, found.get("plate")?.title]).toEqual(["Becher", "plate"]);
    expect(
      (
        await app.shop.collectionsBySlug(
          { slugs: ["kitchen"], fields: new Set(["title", "image"]) },
          viewer,
        )
      ).get("kitchen"),
    ).toMatchObject({ title: "Küche", image: { alt: "Eine Küche" } });
  });

  test("stays out of a store that holds something", async () => {
    await app.importProducts({ file: fileOf("own") }, OPERATOR);

    expect(await isDue()).toBe(false);
    await expect(app.loadDemo({ file: fileOf("mug"), collections: [] }, OPERATOR)).rejects.toThrow(
      StoreNotEmpty,
    );
    expect(await slugs()).toEqual(["own"]);
  });

  test("is finished by the next start when a load was cut short", async () => {
    const broken = {
      entries: async function* () {
        yield entry("mug");
        throw new Error("the power went out");
      },
    };
    let opened = 0;
    const file = {
      entries: () => (opened++ === 0 ? fileOf("mug", "plate").entries() : broken.entries()),
    };
    await expect(app.loadDemo({ file, collections: [kitchen] }, OPERATOR)).rejects.toThrow(
      "the power went out",
    );

    expect(await isDue()).toBe(true);
    await app.loadDemo({ file: fileOf("mug", "plate"), collections: [kitchen] }, OPERATOR);
    expect(await slugs()).toEqual(["mug", "plate"]);
    expect(await isDue()).toBe(false);
  });

  test("goes without taking along what was added, and does not come back by itself", async () => {
    await app.loadDemo({ file: fileOf("mug", "plate"), collections: [kitchen] }, OPERATOR);
    await app.importProducts({ file: fileOf("own") }, OPERATOR);

    expect(await app.removeDemo({}, OPERATOR)).toEqual({ products: 2, collections: 1 });
    expect(await slugs()).toEqual(["own"]);
    expect(await app.removeDemo({}, OPERATOR)).toEqual({ products: 0, collections: 0 });
    await app.deleteProducts({ products: ["own"] }, OPERATOR);
    expect(await isDue()).toBe(false);
  });

  test("is the operator's business", async () => {
    await expect(app.loadDemo({ file: fileOf("mug"), collections: [] }, GUEST)).rejects.toThrow(
      PermissionDenied,
    );
    await expect(app.removeDemo({}, GUEST)).rejects.toThrow(PermissionDenied);
  });
});
