import { describe, expect, test } from "vitest";
import type { ProductReport } from "../../../src/application/catalog/import-export/product-report.js";
import type { ProductRecord } from "../../../src/application/catalog/ports/product-record.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import type { MetafieldDefinitionSnapshot } from "../../../src/domain/catalog/metafields/metafield-definition.js";
import type { MetafieldType } from "../../../src/domain/catalog/metafields/metafield-type.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import { fileOf, mugRecord } from "../../builders/mug-record.js";
import { inMemoryCatalog } from "../../fakes/catalog/in-memory-catalog.js";

const shop = () => {
  const { catalog, database } = inMemoryCatalog();
  const importRecords = async (records: readonly ProductRecord[], dryRun = false) => {
    const reports: ProductReport[] = [];
    await catalog.importProducts(
      { file: fileOf(...records), dryRun, onProduct: (report) => void reports.push(report) },
      OPERATOR,
    );
    return reports;
  };
  const declared = () =>
    [...database.rows<MetafieldDefinitionSnapshot>("metafield_definition").values()]
      .map(({ namespace, key, type, name }) => `${namespace}.${key} ${type} ${name}`)
      .toSorted();
  const storedMetafields = () =>
    [...database.rows<ProductSnapshot>("product").values()].map(({ slug, metafields }) => [
      slug,
      ...metafields.map(({ type, value }) => `${type} ${value}`),
    ]);
  return { catalog, database, importRecords, declared, storedMetafields };
};

const PLAIN = {
  owners: ["PRODUCT" as const],
  name: "",
  isTyped: true,
  filterable: false,
  sortable: false,
  choices: [],
};
const choice = (value: string) => ({ value, label: value, translations: [] });

const mug = (slug: string, value: string, type: MetafieldType = "TEXT", key = "care") =>
  mugRecord({ slug, variants: [], metafields: [{ namespace: "facts", key, type, value }] });

describe("an import of metafields", () => {
  test("declares the metafields of the file once", async () => {
    const { importRecords, declared, database } = shop();
    await importRecords([
      mug("cup", "by hand"),
      mug("mug", "never"),
      mug("pot", "300", "INTEGER", "volume"),
      mug("jar", "", "TEXT", "empty"),
    ]);
    const events = () =>
      database.outbox.filter(({ type }) => type === "catalog.metafield-definition-created").length;

    expect(declared()).toEqual(["facts.care TEXT care", "facts.volume INTEGER volume"]);
    expect(events()).toBe(2);
    await importRecords([mug("cup", "cold")]);
    expect(events()).toBe(2);
  });

  test("declares a text as multi-line if one value has several lines", async () => {
    const { importRecords, declared, storedMetafields } = shop();
    await importRecords([mug("cup", "by hand"), mug("mug", "by hand\nor not", "MULTILINE_TEXT")]);

    expect(declared()).toEqual(["facts.care MULTILINE_TEXT care"]);
    expect(storedMetafields()).toEqual([
      ["cup", "MULTILINE_TEXT by hand"],
      ["mug", "MULTILINE_TEXT by hand\nor not"],
    ]);
  });

  test("keeps the declared type and refuses a product with a value that does not fit it", async () => {
    const { catalog, importRecords, declared, storedMetafields } = shop();
    await catalog.metafieldDefinitionCreate(
      { definition: { namespace: "facts", key: "volume", type: "INTEGER" } },
      OPERATOR,
    );

    const [fits, fails] = await importRecords([
      mug("cup", "300", "TEXT", "volume"),
      mug("mug", "a lot", "TEXT", "volume"),
    ]);

    expect(declared()).toEqual(["facts.volume INTEGER volume"]);
    expect(storedMetafields()).toEqual([["cup", "INTEGER 300"]]);
    expect(fits?.outcome).toBe("created");
    expect(fails).toMatchObject({
      outcome: "refused",
      defects: [{ code: "INVALID_METAFIELD", line: 2, column: "facts.volume", value: "a lot" }],
    });
  });

  test("declares the name and the type that the file has", async () => {
    const { importRecords, declared } = shop();
    const field = { namespace: "facts", type: "INTEGER", value: "1998" } as const;
    await importRecords([
      mugRecord({
        variants: [],
        metafields: [
          { ...field, key: "year", definition: { ...PLAIN, name: "Vintage" } },
          { ...field, key: "odd", definition: { ...PLAIN, name: "\u0000" } },
        ],
      }),
    ]);

    expect(declared()).toEqual(["facts.odd INTEGER odd", "facts.year INTEGER Vintage"]);
  });

  test("declares choices, and refuses a product with another value", async () => {
    const { importRecords, declared } = shop();
    const grape = (slug: string, value: string, key: string, choices: readonly string[]) =>
      mugRecord({
        slug,
        variants: [],
        metafields: [
          {
            namespace: "facts",
            key,
            type: "CHOICE",
            value,
            definition: { ...PLAIN, filterable: true, choices: choices.map(choice) },
          },
        ],
      });

    const reports = await importRecords([
      grape("red", "merlot", "grape", ["merlot", "riesling"]),
      grape("pink", "pinot", "grape", ["merlot", "riesling"]),
      grape("odd", "x", "without", []),
    ]);

    expect(declared()).toEqual(["facts.grape CHOICE grape", "facts.without TEXT without"]);
    expect(
      reports.map(({ outcome, defects }) => [outcome, ...defects.map(({ code }) => code)]),
    ).toEqual([["created"], ["refused", "INVALID_METAFIELD"], ["created"]]);
  });

  test("says that a declared field keeps its type where the file names another one", async () => {
    const { importRecords } = shop();
    const typed = (slug: string, type: MetafieldType, isTyped: boolean) =>
      mugRecord({
        slug,
        variants: [],
        metafields: [
          {
            namespace: "facts",
            key: "year",
            type,
            value: "1998",
            definition: { ...PLAIN, isTyped },
          },
        ],
      });
    await importRecords([typed("wine", "TEXT", true)]);

    const [kept, guessed] = await importRecords([
      typed("wine", "INTEGER", true),
      typed("beer", "MULTILINE_TEXT", false),
    ]);

    expect(kept).toMatchObject({
      outcome: "unchanged",
      warnings: [{ code: "METAFIELD_TYPE_KEPT", value: "INTEGER", column: "facts.year" }],
    });
    expect(guessed?.warnings).toEqual([]);
  });

  test("declares nothing for refused products or in a dry run", async () => {
    const { importRecords, declared } = shop();
    await importRecords([{ ...mug("cup", "by hand"), title: "" }, mug("mug", "x", "TEXT", "b d")]);
    await importRecords([mug("pot", "never")], true);

    expect(declared()).toEqual([]);
  });

  test("changes nothing if the same file is imported again", async () => {
    const { importRecords, database } = shop();
    const records = [
      mug("cup", "by hand"),
      mug("mug", "by hand\nor not", "MULTILINE_TEXT"),
      mug("pot", "300", "INTEGER", "volume"),
    ];
    await importRecords(records);
    const before = structuredClone(database.outbox);

    expect((await importRecords(records)).map(({ outcome }) => outcome)).toEqual([
      "unchanged",
      "unchanged",
      "unchanged",
    ]);
    expect(database.outbox).toEqual(before);
  });
});
