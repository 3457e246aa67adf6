import { describe, expect, test } from "vitest";
import type { ProductReport } from "../../../src/application/catalog/files/import-report.js";
import type { ProductSheet } from "../../../src/application/catalog/files/product-sheet.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import type { MetafieldType } from "../../../src/domain/catalog/metafield.js";
import type { MetafieldDefinitionSnapshot } from "../../../src/domain/catalog/metafield-definition.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/product.js";
import { fileOf, mugSheet } from "../../builders/product-sheet.js";
import { inMemoryCatalog } from "../../fakes/catalog/in-memory-catalog.js";

const shop = () => {
  const { catalog, database } = inMemoryCatalog();
  const bring = async (sheets: readonly ProductSheet[], dryRun = false) => {
    const reports: ProductReport[] = [];
    await catalog.importProducts(
      { file: fileOf(...sheets), dryRun, onProduct: (report) => void reports.push(report) },
      OPERATOR,
    );
    return reports;
  };
  const declared = () =>
    [...database.rows<MetafieldDefinitionSnapshot>("metafield_definition").values()]
      .map(({ namespace, key, type, name }) => `${namespace}.${key} ${type} ${name}`)
      .toSorted();
  const carried = () =>
    [...database.rows<ProductSnapshot>("product").values()].map(({ slug, metafields }) => [
      slug,
      ...metafields.map(({ type, value }) => `${type} ${value}`),
    ]);
  return { catalog, database, bring, declared, carried };
};

const mug = (slug: string, value: string, type: MetafieldType = "TEXT", key = "care") =>
  mugSheet({ slug, variants: [], metafields: [{ namespace: "facts", key, type, value }] });

describe("importing custom fields", () => {
  test("declares what the file brings, once", async () => {
    const { bring, declared, database } = shop();
    await bring([
      mug("cup", "by hand"),
      mug("mug", "never"),
      mug("pot", "300", "INTEGER", "volume"),
      mug("jar", "", "TEXT", "empty"),
    ]);
    const events = () =>
      database.outbox.filter(({ type }) => type === "catalog.metafield-definition-created").length;

    expect(declared()).toEqual(["facts.care TEXT care", "facts.volume INTEGER volume"]);
    expect(events()).toBe(2);
    await bring([mug("cup", "cold")]);
    expect(events()).toBe(2);
  });

  test("takes text for text in lines where one value has several", async () => {
    const { bring, declared, carried } = shop();
    await bring([mug("cup", "by hand"), mug("mug", "by hand\nor not", "MULTILINE_TEXT")]);

    expect(declared()).toEqual(["facts.care MULTILINE_TEXT care"]);
    expect(carried()).toEqual([
      ["cup", "MULTILINE_TEXT by hand"],
      ["mug", "MULTILINE_TEXT by hand\nor not"],
    ]);
  });

  test("keeps the type that is declared, and refuses a product whose value does not fit it", async () => {
    const { catalog, bring, declared, carried } = shop();
    await catalog.metafieldDefinitionCreate(
      { definition: { namespace: "facts", key: "volume", type: "INTEGER" } },
      OPERATOR,
    );

    const [fits, fails] = await bring([
      mug("cup", "300", "TEXT", "volume"),
      mug("mug", "a lot", "TEXT", "volume"),
    ]);

    expect(declared()).toEqual(["facts.volume INTEGER volume"]);
    expect(carried()).toEqual([["cup", "INTEGER 300"]]);
    expect(fits?.fate).toBe("created");
    expect(fails).toMatchObject({
      fate: "refused",
      defects: [{ code: "INVALID_METAFIELD", line: 2, column: "facts.volume", value: "a lot" }],
    });
  });

  test("declares nothing for products that are refused, and nothing on trial", async () => {
    const { bring, declared } = shop();
    await bring([{ ...mug("cup", "by hand"), title: "" }, mug("mug", "x", "TEXT", "b d")]);
    await bring([mug("pot", "never")], true);

    expect(declared()).toEqual([]);
  });

  test("changes nothing when the same file comes again", async () => {
    const { bring, database } = shop();
    const sheets = [
      mug("cup", "by hand"),
      mug("mug", "by hand\nor not", "MULTILINE_TEXT"),
      mug("pot", "300", "INTEGER", "volume"),
    ];
    await bring(sheets);
    const before = structuredClone(database.outbox);

    expect((await bring(sheets)).map(({ fate }) => fate)).toEqual([
      "unchanged",
      "unchanged",
      "unchanged",
    ]);
    expect(database.outbox).toEqual(before);
  });
});
