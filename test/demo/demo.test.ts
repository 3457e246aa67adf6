import { beforeEach, describe, expect, test } from "vitest";
import { demo, StoreNotEmpty, type Demo } from "../../demo/demo.js";
import type { DemoCatalogue } from "../../demo/demo-catalogue.js";
import {
  deliveryContext,
  type DeliveryOperations,
} from "../../src/application/delivery/delivery.js";
import {
  paymentsContext,
  type PaymentOperations,
} from "../../src/application/payments/payments.js";
import { GUEST, OPERATOR, type Viewer } from "../../src/application/shared/viewer.js";
import { fileOf, mugRecord, variantRecord } from "../builders/mug-record.js";
import { reserveUnits } from "../builders/reserve-units.js";
import { inMemoryCatalog, type InMemoryCatalog } from "../fakes/catalog/in-memory-catalog.js";
import { inMemoryStores } from "../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../fakes/catalog/in-memory-reads.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { inMemorySettings } from "../fakes/in-memory-settings.js";
import { numberedIds } from "../fakes/numbered-ids.js";
import { inMemoryMarketReads } from "../fakes/pricing/in-memory-markets.js";

const KITCHEN = {
  slug: "kitchen",
  title: "Kitchen",
  descriptionHtml: "",
  seo: { title: "", description: "" },
  image: { url: "/media/demo/kitchen.webp", alt: "" },
  products: ["plate", "mug", "unknown"],
};
const TABLE = { ...KITCHEN, slug: "table", title: "Table", products: [], parent: "kitchen" };

const entry = (slug: string) =>
  mugRecord({
    slug,
    title: slug,
    status: "ACTIVE",
    published: true,
    variants: [
      variantRecord({ sku: slug.toUpperCase(), price: "12.90", onHand: 3, tracked: true }),
    ],
  });

const catalogueOf = (more: Partial<DemoCatalogue> = {}): DemoCatalogue => ({
  file: fileOf(entry("mug"), entry("plate")),
  collections: [KITCHEN],
  translations: [],
  francs: [{ sku: "MUG", price: "14.90" }],
  ...more,
});

const FIRST_PAGE = { size: 100, direction: "forward", after: null, before: null } as const;

describe("the demo catalogue", () => {
  let memory: InMemoryCatalog;
  let delivery: DeliveryOperations;
  let payments: PaymentOperations;
  let shopDemo: Demo;

  const slugs = async (collection?: string) => {
    const sort = { key: collection === undefined ? "TITLE" : "MANUAL", reverse: false } as const;
    const found = await collectionsBySlug(collection ?? "");
    const id = found.get(collection ?? "")?.id;
    const { items } = await memory.catalog.admin.products(
      {
        filter: id === undefined ? {} : { collection: id },
        sort,
        page: FIRST_PAGE,
        fields: new Set(["slug"]),
      },
      OPERATOR,
    );
    return items.map(({ item }) => item.slug);
  };
  const collectionsBySlug = (...some: readonly string[]) =>
    memory.catalog.admin.collectionsBySlug(
      { slugs: some, fields: new Set(["title", "parentId", "publication"]) },
      OPERATOR,
    );
  const importOwn = (...some: readonly string[]) =>
    memory.catalog.importProducts({ file: fileOf(...some.map(entry)) }, OPERATOR);
  const idOf = async (slug: string) => {
    const found = await memory.catalog.admin.productsBySlug(
      { slugs: [slug], fields: new Set(["slug"]) },
      OPERATOR,
    );
    return found.get(slug)?.id ?? "";
  };

  const methodsOf = async () =>
    (await payments.admin.methods(FIRST_PAGE, OPERATOR)).items.map(({ item }) => [
      item.key,
      item.gateway,
      item.name,
      item.translations.map(({ name }) => name),
    ]);

  beforeEach(async () => {
    memory = inMemoryCatalog();
    const [defaultMarket] = await memory.pricing.markets.admin({}, OPERATOR);
    if (!defaultMarket) throw new Error("There is no default market.");
    const needs = {
      ...inMemoryReads(memory.database),
      markets: { all: inMemoryMarketReads(memory.database) },
      unitOfWork: memory.database.unitOfWork(inMemoryStores),
      clock: fixedClock(),
      ids: numberedIds(700_000),
    };
    delivery = deliveryContext.open(needs);
    payments = paymentsContext.open(needs);
    shopDemo = demo({
      app: { ...memory, delivery, payments },
      unitOfWork: memory.database.unitOfWork(() => ({
        settings: inMemorySettings(memory.database),
      })),
      defaultMarket,
    });
  });

  test("fills a new store, with its published collections in their order by hand", async () => {
    expect(await shopDemo.isDue()).toBe(true);
    const report = await shopDemo.load(catalogueOf({ collections: [KITCHEN, TABLE] }));

    expect(report).toEqual({ products: 2, collections: 2 });
    expect(await slugs()).toEqual(["mug", "plate"]);
    expect(await slugs("kitchen")).toEqual(["plate", "mug"]);
    const collections = await collectionsBySlug("kitchen", "table");
    expect(collections.get("kitchen")?.publication).not.toBeNull();
    expect(collections.get("table")?.parentId).toBe(collections.get("kitchen")?.id);
    expect(await shopDemo.isDue()).toBe(false);
  });

  test("has translations; those of missing products and collections are left out", async () => {
    const german = {
      locale: "de",
      options: {},
      optionValues: {},
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
    await shopDemo.load(catalogueOf({ translations: [german] }));

    const viewer: Viewer = {
      ...GUEST,
      shoppingContext: {
        market: "default",
        currency: "EUR",
        priceLists: [],
        locale: "de",
        moment: new Date("2026-01-01T12:00:00.000Z"),
        salesChannel: "WEB",
      },
    };
    const found = await memory.catalog.shop.productsBySlug(
      { slugs: ["mug", "plate"], fields: new Set(["title"]) },
      viewer,
    );
    expect([found.get("mug")?.title, found.get("plate")?.title]).toEqual(["Becher", "plate"]);
    expect(
      (
        await memory.catalog.shop.collectionsBySlug(
          { slugs: ["kitchen"], fields: new Set(["title", "image"]) },
          viewer,
        )
      ).get("kitchen"),
    ).toMatchObject({ title: "Küche", image: { alt: "Eine Küche" } });
    const [defaultMarket] = await memory.pricing.markets.admin({}, OPERATOR);
    expect(defaultMarket?.locales).toEqual(["en", "de"]);
  });

  test("opens a second market with prices of its own and closes it when it is removed", async () => {
    await shopDemo.load(catalogueOf());

    const markets = async () =>
      (await memory.pricing.markets.admin({}, OPERATOR)).map(({ key }) => key);
    const lists = async () =>
      (await memory.pricing.priceLists.all({}, OPERATOR)).map(({ currency }) => currency);
    expect([await markets(), await lists()]).toEqual([["default", "ch"], ["CHF"]]);
    expect([...memory.database.rows("list_price").keys()]).toHaveLength(1);

    await shopDemo.remove();
    expect([await markets(), await lists()]).toEqual([["default"], []]);
  });

  test("taxes the second market until it is removed", async () => {
    await shopDemo.load(catalogueOf());
    const keys = async () => {
      const { taxZones, taxCategories, taxRates } = memory.pricing;
      return [
        (await taxCategories.list(FIRST_PAGE, OPERATOR)).items.map(({ item }) => item.key),
        (await taxZones.list(FIRST_PAGE, OPERATOR)).items.map(({ item }) => item.key),
        await taxRates.count({}, OPERATOR),
      ];
    };
    expect(await keys()).toEqual([["demo-goods"], ["demo-switzerland"], 1]);

    await shopDemo.remove();
    expect(await keys()).toEqual([[], [], 0]);
  });

  test("takes test payments through the sandbox until it is removed", async () => {
    const before = await methodsOf();
    await shopDemo.load(catalogueOf());

    expect(await methodsOf()).toEqual([
      ["demo-card", "sandbox", "Card", ["Karte"]],
      ["manual", null, "Bank transfer", ["Banküberweisung"]],
    ]);
    await shopDemo.remove();
    expect(await methodsOf()).toEqual(before);
  });

  test("keeps a payment method that was edited", async () => {
    const [manual] = [...(await payments.admin.methodsByKey(["manual"], OPERATOR)).values()];
    await payments.paymentMethodUpdate(
      { id: manual?.id ?? "", changes: { name: "Invoice" } },
      OPERATOR,
    );
    await shopDemo.load(catalogueOf());

    expect(await methodsOf()).toContainEqual(["manual", null, "Invoice", []]);
    await shopDemo.remove();
    expect(await methodsOf()).toEqual([["manual", null, "Invoice", []]]);
  });

  test("delivers to anywhere and faster in its zones until it is removed", async () => {
    await shopDemo.load(catalogueOf());
    const found = async () => ({
      zones: (await delivery.admin.zones(FIRST_PAGE, OPERATOR)).items.map(({ item }) => item.key),
      options: (await delivery.admin.options(FIRST_PAGE, OPERATOR)).items.map(
        ({ item: { key, zones, rates } }) => [key, zones.length, rates.map((one) => one.currency)],
      ),
    });
    expect(await found()).toEqual({
      zones: ["demo-alps", "demo-europe"],
      options: [
        ["demo-parcel", 0, ["CHF", "EUR"]],
        ["demo-express", 2, ["CHF", "EUR"]],
      ],
    });

    await shopDemo.remove();
    expect(await found()).toEqual({ zones: [], options: [] });
  });

  test("cannot be loaded into a store that holds something", async () => {
    await importOwn("own");

    expect(await shopDemo.isDue()).toBe(false);
    await expect(shopDemo.load(catalogueOf())).rejects.toThrow(StoreNotEmpty);
    expect(await slugs()).toEqual(["own"]);
  });

  test("is finished by the next start when a load was cut short", async () => {
    const broken = {
      entries: async function* () {
        yield* fileOf(entry("mug")).entries();
        throw new Error("the power went out");
      },
    };
    let opened = 0;
    const file = {
      ...fileOf(entry("mug"), entry("plate")),
      entries: () =>
        opened++ === 0 ? fileOf(entry("mug"), entry("plate")).entries() : broken.entries(),
    };
    await expect(shopDemo.load(catalogueOf({ file }))).rejects.toThrow("the power went out");

    expect(await shopDemo.isDue()).toBe(true);
    await shopDemo.load(catalogueOf());
    expect(await slugs()).toEqual(["mug", "plate"]);
    expect(await shopDemo.isDue()).toBe(false);
  });

  test("is finished by the next start when a load was cut short after some collections", async () => {
    const bad = { ...TABLE, title: "" };
    await expect(shopDemo.load(catalogueOf({ collections: [KITCHEN, bad] }))).rejects.toMatchObject(
      {
        code: "INVALID_TEXT",
      },
    );

    expect(await shopDemo.isDue()).toBe(true);
    await shopDemo.load(catalogueOf({ collections: [KITCHEN, TABLE] }));
    expect([...(await collectionsBySlug("kitchen", "table")).keys()]).toEqual(["kitchen", "table"]);
    expect(await slugs("kitchen")).toEqual(["plate", "mug"]);
  });

  test("is removed without what was added since, and is not loaded again by a start", async () => {
    await shopDemo.load(catalogueOf());
    await importOwn("own");

    expect(await shopDemo.remove()).toEqual({ products: 2, collections: 1 });
    expect(await slugs()).toEqual(["own"]);
    expect(await shopDemo.remove()).toEqual({ products: 0, collections: 0 });
    await memory.catalog.productDelete({ id: await idOf("own") }, OPERATOR);
    expect(await shopDemo.isDue()).toBe(false);
  });

  test("keeps products and collections that have another slug by now when it is removed", async () => {
    await shopDemo.load(catalogueOf());
    await memory.catalog.productUpdate(
      { id: await idOf("mug"), changes: { slug: "cup" } },
      OPERATOR,
    );

    expect(await shopDemo.remove()).toEqual({ products: 1, collections: 1 });
    expect(await slugs()).toEqual(["cup"]);
  });

  test("is removed whole or not at all: reserved units of one product keep all of it", async () => {
    await shopDemo.load(catalogueOf());
    await memory.database.unitOfWork(inMemoryStores).run(async (stores) => {
      const mug = (await stores.products.bySlug(["mug"])).get("mug")?.snapshot().variants[0]?.id;
      if (mug) await reserveUnits(stores, mug, 2);
    });

    await expect(shopDemo.remove()).rejects.toMatchObject({ code: "PRODUCT_IN_USE" });
    expect(await slugs("kitchen")).toEqual(["plate", "mug"]);
  });
});
