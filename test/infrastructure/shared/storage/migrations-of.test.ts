import { describe, expect, test } from "vitest";
import { migrationsOf } from "../../../../src/infrastructure/shared/storage/migrations-of.js";
import type { Storage } from "../../../../src/infrastructure/shared/storage/storage.js";
import { STORAGES } from "../../../../src/infrastructure/storages.js";

/**
 * What stores of earlier releases have run, in this order. Names are stored: a list that loses or
 * reorders one would migrate these stores again.
 */
const RELEASED = [
  "CreateOutbox1763800000000",
  "CreateCatalogProduct1763800000001",
  "CreateCatalogVariant1763800000002",
  "CreateCatalogMedia1763800000003",
  "CreateCatalogProductTag1763800000004",
  "CreateCatalogListing1763800000005",
  "CreateCatalogCollection1763800000006",
  "CreateCatalogCollectionProduct1763800000007",
  "CreatePricingVariantPrice1763800000008",
  "CreateInventoryStockItem1763800000009",
  "CreatePlinthSetting1763800000010",
  "CreateIdempotencyRecord1763900000000",
  "CreateCatalogProductRevision1763900000001",
  "AddListingUpdatedAt1763900000002",
  "IndexListingUpdatedAt1763900000003",
  "IndexVariantBarcode1763900000004",
  "AddOutboxDelivery1763900000100",
  "IndexOutboxStatus1763900000101",
  "IndexOutboxAggregateStatus1763900000102",
  "CreateInbox1763900000103",
  "CreateScheduledWork1763900000104",
  "AddProductAnnounced1763900000200",
  "NoteAnnouncedProducts1763900000201",
  "PlanAnnouncements1763900000202",
  "CreateCatalogSlugRedirect1763900000203",
  "IndexScheduledWorkSubject1763900000204",
  "CreateCatalogMetafieldDefinition1763900000300",
  "CreateCatalogProductMetafield1763900000301",
  "DeclareStoredMetafields1763900000302",
  "IndexCatalogCollectionUpdated1763900000303",
  "AddCollectionColumns1764000100000",
  "IndexCollectionParent1764000100001",
  "IndexCollectionKind1764000100002",
  "CreateCollectionDue1764000100003",
  "CreateCollectionEvaluation1764000100004",
  "CreateCollectionTree1764000100005",
  "PlantCollectionTree1764000100006",
  "NoteAnnouncedCollections1764000100007",
  "PlanCollectionAnnouncements1764000100008",
  "CreatePricingMarket1764000200000",
  "CreatePricingMarketCountry1764000200001",
  "CreatePricingPriceList1764000200002",
  "CreatePricingListPrice1764000200003",
  "CreateCatalogPriceRange1764000200004",
  "AddProductTranslations1764000300000",
  "AddCollectionTranslations1764000300001",
  "AddMetafieldDefinitionTranslations1764000300002",
  "CreateCatalogTranslation1764000300003",
  "CreateCatalogMediaFile1764000400000",
  "CreateCatalogMediaSource1764000400001",
  "AddMediaFocus1764000400002",
  "AddCollectionImageFocus1764000400003",
  "AddListingImageFocus1764000400004",
  "IndexMediaUrlKey1764000400005",
  "IndexCollectionImageKey1764000400006",
  "FillMediaKeys1764000400007",
  "CreateCatalogChoice1764000600000",
  "FillCatalogChoice1764000600001",
  "IndexListingStatusTitle1764000700000",
  "IndexListingStatusPrice1764000700001",
  "IndexListingStatusCreated1764000700002",
  "IndexListingStatusUpdated1764000700003",
  "AddPriceRangeSellable1764000800000",
  "FillPriceRangeSellable1764000800001",
  "IndexMediaSourceStatus1764001000000",
];

const migration = (name: string) =>
  Object.defineProperty(
    class {
      async up() {}
      async down() {}
    },
    "name",
    { value: name },
  );
const notes = (...names: readonly string[]): Storage => ({
  name: "notes",
  migrations: names.map(migration),
  stores: {},
});
const namesOf = (storages: readonly Storage[]) => migrationsOf(storages).map(({ name }) => name);

describe("the migrations of all contexts", () => {
  test("have those that earlier releases have run, in the same order", () => {
    const names = namesOf(STORAGES);

    expect(names.filter((name) => RELEASED.includes(name))).toEqual(RELEASED);
    expect(names.map((name) => name.slice(-13))).toEqual(
      names.map((name) => name.slice(-13)).toSorted(),
    );
  });

  test("run by their times, whatever the order of the contexts", () => {
    const [early, late] = ["CreateNote1763800000011", "IndexNote1999000000000"];
    const names = namesOf([notes(late, early), ...STORAGES]);

    expect(names.toSpliced(names.indexOf(early), 1)).toEqual([...namesOf(STORAGES), late]);
    expect(names.indexOf(early)).toBe(1 + names.indexOf("CreatePlinthSetting1763800000010"));
  });

  test.each([
    [
      "a name",
      "CreateOutbox1763800000000",
      'migration "CreateOutbox1763800000000" is declared twice',
    ],
    ["a time", "CreateNote1763800000000", 'time of a migration "1763800000000" is declared twice'],
  ])("cannot have %s twice", (_, name, message) => {
    expect(() => migrationsOf([...STORAGES, notes(name)])).toThrow(
      `${message}: by shared and by notes`,
    );
  });

  test("must have a time in their names", () => {
    expect(() => migrationsOf([...STORAGES, notes("CreateNote")])).toThrow(
      "The name of the migration CreateNote does not end with a time of 13 digits.",
    );
  });
});
