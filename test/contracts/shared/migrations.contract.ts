import type { DataSource } from "typeorm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createDataSource,
  migrateDatabase,
} from "../../../src/infrastructure/create-data-source.js";
import { migrationsOf } from "../../../src/infrastructure/shared/storage/migrations-of.js";
import { STORAGES } from "../../../src/infrastructure/storages.js";
import type { Database } from "../../../src/infrastructure/shared/config/database-config.js";
import { listingMigrations } from "./listing-migrations.js";
import { stockMigrations } from "./stock-migrations.js";

const migrations = migrationsOf(STORAGES);
const ALL = migrations.map(({ name }) => name);
const AFTER_FIRST_RELEASE = ALL[1 + ALL.indexOf("CreatePlinthSetting1763800000010")] ?? "";

/** Creating tables takes long where each is synced to the disk. */
const PATIENCE = { timeout: 120_000 };

/** What migrating must do, on either database. */
export const migrationsContract = (
  name: string,
  open: () => Promise<{ readonly database: Database; readonly drop: () => Promise<void> }>,
): void => {
  describe(`migrations: ${name}`, PATIENCE, () => {
    let database: Database;
    let drop: () => Promise<void>;
    const migrateOnce = () => migrateDatabase(database);
    const using = async <T>(source: DataSource, work: (open: DataSource) => Promise<T>) => {
      try {
        return await work(await source.initialize());
      } finally {
        await source.destroy();
      }
    };
    /** The database before a migration, with the rows of that time. */
    const before = (migration: string, store: (dataSource: DataSource) => Promise<unknown>) =>
      using(
        createDataSource(database).setOptions({
          migrations: migrations.slice(0, ALL.indexOf(migration)),
        }),
        async (dataSource) => {
          await dataSource.runMigrations({ transaction: "each" });
          await store(dataSource);
        },
      );
    const onDatabase = <T>(sql: string): Promise<T> =>
      using(createDataSource(database), (source) => source.query<T>(sql));

    beforeEach(async () => {
      ({ database, drop } = await open());
    });
    afterEach(() => drop());

    stockMigrations({ migrateOnce, before, onDatabase });
    listingMigrations({ migrateOnce, before, onDatabase });

    test("an empty database gets every table, and a second run finds nothing to do", async () => {
      expect(await migrateOnce()).toEqual(ALL);
      expect(await migrateOnce()).toEqual([]);
    });

    test("four processes that start together run each migration once", async () => {
      const runs = await Promise.all([migrateOnce(), migrateOnce(), migrateOnce(), migrateOnce()]);

      expect(runs.flat().toSorted()).toEqual(ALL.toSorted());
      const rows = await onDatabase<readonly { name: string }[]>(
        "SELECT name FROM plinth_migration",
      );
      expect(rows.map((row) => row.name).toSorted()).toEqual(ALL.toSorted());
    });

    test("a run that was killed after creating a table and before recording it is repeated without harm", async () => {
      await migrateOnce();
      for (const done of ALL.slice(3))
        await onDatabase(`DELETE FROM plinth_migration WHERE name = '${done}'`);

      expect(await migrateOnce()).toEqual(ALL.slice(3));
    });

    test("notes of a store that a version before has used that plain keys are possible, and never of a new one", async () => {
      const noted = () =>
        onDatabase("SELECT value FROM plinth_setting WHERE name = 'identity.plain-keys'");
      await migrateOnce();
      await migrateOnce();
      expect(await noted()).toEqual([]);

      await onDatabase(
        "DELETE FROM plinth_migration WHERE name IN ('NotePlainKeys1763700000000', 'CreatePlinthSetting1763800000010')",
      );
      await migrateOnce();

      expect(await noted()).toEqual([{ value: "possible" }]);
    });

    test("events that the first release stored are pending in this release", async () => {
      const columns = "event_id, type, aggregate_id, sequence, payload, occurred_at";
      await before(AFTER_FIRST_RELEASE, async (dataSource) => {
        for (const n of [1, 2])
          await dataSource.query(
            `INSERT INTO outbox (${columns}) VALUES ('event-${n}', 'catalog.product-created', 'product_1', ${n}, '{}', '2026-01-01 12:00:00.000')`,
          );
      });

      await migrateOnce();

      const rows = await onDatabase<
        readonly { event_id: string; status: string; attempts: number | string; due_at: unknown }[]
      >("SELECT * FROM outbox ORDER BY id");
      expect(
        rows.map(({ event_id, status, attempts, due_at }) => [
          event_id,
          status,
          Number(attempts),
          due_at,
        ]),
      ).toEqual([
        ["event-1", "PENDING", 0, null],
        ["event-2", "PENDING", 0, null],
      ]);
    });

    test("metafields of products of the first release are declared, each with a type that fits all its values", async () => {
      const field = (key: string, type: string, value: string) => ({
        namespace: "care",
        key,
        type,
        value,
      });
      const texts =
        "slug, title, description_html, vendor, product_type, category, tags, status, seo_title, seo_description, gift_card, options, version, created_at, updated_at";
      const carriedBy = new Map([
        [0, [field("washing", "TEXT", "by hand"), field("heat", "INTEGER", "30")]],
        [
          1,
          [
            field("washing", "MULTILINE_TEXT", "by hand"),
            field("heat", "TEXT", "cold"),
            field("fresh", "DATE", "2026-01-01"),
          ],
        ],
        [619, [field("last", "JSON", "1")]],
      ]);
      const products = Array.from(
        { length: 620 },
        (_, n) =>
          `('product_${String(n).padStart(4, "0")}', '${JSON.stringify(carriedBy.get(n) ?? [])}', 'mug-${n}', 'Mug', '', '', '', '', '[]', 'DRAFT', '', '', 0, '[]', 3, '2026-01-01 12:00:00.000', '2026-01-01 12:00:00.000')`,
      );
      await before(AFTER_FIRST_RELEASE, (dataSource) =>
        dataSource.query(
          `INSERT INTO catalog_product (id, metafields, ${texts}) VALUES ${products.join(", ")}`,
        ),
      );

      await migrateOnce();
      await onDatabase(
        "DELETE FROM plinth_migration WHERE name = 'DeclareStoredMetafields1763900000302'",
      );
      await onDatabase("DELETE FROM catalog_product_metafield WHERE full_name = 'care.heat'");
      await migrateOnce();

      const declared = await onDatabase<
        readonly { full_name: string; type: string; name: string; version: number | string }[]
      >(
        "SELECT full_name, type, name, version FROM catalog_metafield_definition ORDER BY full_name",
      );
      expect(
        declared.map(({ full_name, type, name: called, version }) => [
          full_name,
          type,
          called,
          Number(version),
        ]),
      ).toEqual([
        ["care.fresh", "DATE", "fresh", 1],
        ["care.heat", "TEXT", "heat", 1],
        ["care.last", "JSON", "last", 1],
        ["care.washing", "MULTILINE_TEXT", "washing", 1],
      ]);
      const carried = await onDatabase<readonly { product_id: string; full_name: string }[]>(
        "SELECT product_id, full_name FROM catalog_product_metafield ORDER BY product_id, full_name",
      );
      expect(carried.map((row) => `${row.product_id} ${row.full_name}`)).toEqual([
        "product_0000 care.heat",
        "product_0000 care.washing",
        "product_0001 care.fresh",
        "product_0001 care.heat",
        "product_0001 care.washing",
        "product_0619 care.last",
      ]);
      const [first] = await onDatabase<readonly { metafields: string; version: number | string }[]>(
        "SELECT metafields, version FROM catalog_product WHERE id = 'product_0000'",
      );
      expect([JSON.parse(first?.metafields ?? "[]"), Number(first?.version)]).toEqual([
        [field("washing", "MULTILINE_TEXT", "by hand"), field("heat", "TEXT", "30")],
        3,
      ]);
    });

    test("visible products of the first release are not announced, and later beginnings and ends of publications are", async () => {
      const texts =
        "slug, title, description_html, vendor, product_type, category, tags, seo_title, seo_description, gift_card, options, metafields, version, created_at, updated_at";
      const [past, over, soon, later] = [
        "'2020-01-01 00:00:00.000'",
        "'2020-02-01 00:00:00.000'",
        "'2098-01-01 00:00:00.000'",
        "'2099-01-01 00:00:00.000'",
      ];
      const products = [
        ["shown", "ACTIVE", past, "NULL"],
        ["ending", "ACTIVE", past, soon],
        ["over", "ACTIVE", past, over],
        ["coming", "ACTIVE", soon, later],
        ["never", "ACTIVE", "NULL", "NULL"],
        ["draft", "DRAFT", soon, "NULL"],
      ].map(
        ([id = "", status = "", from = "", until = ""]) =>
          `('${id}', '${status}', ${from}, ${until}, '${id}', '', '', '', '', '', '[]', '', '', 0, '[]', '[]', 3, ${past}, ${past})`,
      );
      await before(AFTER_FIRST_RELEASE, (dataSource) =>
        dataSource.query(
          `INSERT INTO catalog_product (id, status, published_from, published_until, ${texts}) VALUES ${products.join(", ")}`,
        ),
      );

      await migrateOnce();
      await onDatabase(
        "DELETE FROM plinth_migration WHERE name IN ('NoteAnnouncedProducts1763900000201', 'PlanAnnouncements1763900000202')",
      );
      await migrateOnce();

      const announced = await onDatabase<readonly { id: string; version: number | string }[]>(
        "SELECT id, version FROM catalog_product WHERE announced = 1 ORDER BY id",
      );
      expect(announced.map(({ id, version }) => [id, Number(version)])).toEqual([
        ["ending", 3],
        ["shown", 3],
      ]);
      const planned = await onDatabase<readonly { subject: string }[]>(
        "SELECT subject FROM scheduled_work WHERE kind = 'catalog.announce-publication' AND status = 'PENDING' AND due_at = '2098-01-01 00:00:00.000' ORDER BY subject",
      );
      expect(planned.map(({ subject }) => subject)).toEqual(["coming", "ending"]);
    });

    test("the option availability of products of the previous release is computed, however many there are", async () => {
      await before("CreateCatalogChoice1764000600000", async (dataSource) => {
        const options = JSON.stringify([
          { name: "Colour", values: ["Red", "Blue"] },
          { name: "Size", values: ["S", "M"] },
        ]);
        const product = (n: number) =>
          `('product_${String(n).padStart(4, "0")}', 'shirt-${n}', 'Shirt', '', '', '', '', '[]', 'DRAFT', '', '', 0, '${options}', '[]', 1, '2026-01-01 12:00:00.000', '2026-01-01 12:00:00.000')`;
        await dataSource.query(
          `INSERT INTO catalog_product (id, slug, title, description_html, vendor, product_type, category, tags, status, seo_title, seo_description, gift_card, options, metafields, version, created_at, updated_at) VALUES ${Array.from({ length: 230 }, (_, n) => product(n)).join(", ")}`,
        );
        const variant = (
          n: number,
          position: number,
          values: string,
          tracked: 0 | 1,
          policy: string,
        ) =>
          `('variant_${n}', 'product_0229', ${position}, '${values}', ${tracked}, '${policy}', 'GRAMS', 1, 1)`;
        await dataSource.query(
          `INSERT INTO catalog_variant (id, product_id, position, option_values, tracked, sold_out_policy, weight_unit, requires_shipping, taxable) VALUES ${[
            variant(1, 4, '["Blue","M"]', 1, "DENY"),
            variant(2, 1, '["Red","S"]', 1, "DENY"),
            variant(3, 2, '["Red","M"]', 1, "CONTINUE"),
            variant(4, 3, '["Blue","S"]', 0, "DENY"),
            variant(5, 0, '["Blue","S"]', 1, "DENY"),
          ].join(", ")}`,
        );
        await dataSource.query(
          "INSERT INTO inventory_stock_item (variant_id, on_hand, reserved, version) VALUES ('variant_1', 3, 2, 1), ('variant_2', 3, 3, 1)",
        );
      });

      await migrateOnce();
      await onDatabase(
        "DELETE FROM plinth_migration WHERE name = 'FillCatalogChoice1764000600001'",
      );
      await onDatabase("DELETE FROM catalog_choice WHERE product_id = 'product_0229'");
      await migrateOnce();

      const rows = await onDatabase<readonly Record<string, string>[]>(
        "SELECT product_id, variant_ids, value_places, available FROM catalog_choice ORDER BY product_id",
      );
      expect(rows).toHaveLength(230);
      expect({ ...rows.at(0) }).toEqual({
        product_id: "product_0000",
        variant_ids: "",
        value_places: "",
        available: "",
      });
      expect({ ...rows.at(-1) }).toEqual({
        product_id: "product_0229",
        variant_ids: "5 2 3 4 1",
        value_places: "1.0 0.0 0.1 1.0 1.1",
        available: "00111",
      });
    });

    test("the availability in price lists of the previous release is computed, however many products there are", async () => {
      await before("AddPriceRangeSellable1764000800000", async (dataSource) => {
        await dataSource.query(
          "INSERT INTO pricing_price_list (id, list_key, name, currency, is_ready, version, created_at, updated_at) VALUES ('list_chf', 'francs', 'Francs', 'CHF', 1, 1, '2026-01-01 12:00:00.000', '2026-01-01 12:00:00.000'), ('list_eur', 'sale', 'Sale', 'EUR', 1, 1, '2026-01-01 12:00:00.000', '2026-01-01 12:00:00.000')",
        );
        const products = Array.from(
          { length: 230 },
          (_, n) => `product_${String(n).padStart(4, "0")}`,
        );
        const variants = products.flatMap((product, n) =>
          [0, 1, 2].map((position) => ({ product, position, id: `variant_${n}_${position}` })),
        );
        await dataSource.query(
          `INSERT INTO catalog_variant (id, product_id, position, option_values, tracked, sold_out_policy, weight_unit, requires_shipping, taxable) VALUES ${variants.map(({ id, product, position }) => `('${id}', '${product}', ${position}, '[]', ${position === 1 ? 1 : 0}, 'DENY', 'GRAMS', 1, 1)`).join(", ")}`,
        );
        await dataSource.query(
          `INSERT INTO pricing_variant_price (variant_id, currency, price) VALUES ${variants.map(({ id }) => `('${id}', 'EUR', 500)`).join(", ")}`,
        );
        await dataSource.query(
          "INSERT INTO pricing_list_price (price_list_id, variant_id, currency, price) VALUES ('list_chf', 'variant_229_1', 'CHF', 600), ('list_chf', 'variant_229_2', 'CHF', 600), ('list_chf', 'variant_228_0', 'CHF', 600), ('list_chf', 'variant_228_1', 'CHF', 600), ('list_chf', 'variant_228_2', 'CHF', 600)",
        );
        await dataSource.query(
          `INSERT INTO catalog_price_range (product_id, price_list_id, price_rank, available, on_sale) VALUES ${products.flatMap((product) => [`('${product}', 'list_chf', 1, 0, 0)`, `('${product}', 'list_eur', 1, 0, 0)`]).join(", ")}`,
        );
      });

      await migrateOnce();
      await onDatabase(
        "DELETE FROM plinth_migration WHERE name = 'FillPriceRangeSellable1764000800001'",
      );
      await migrateOnce();

      const rows = await onDatabase<readonly Record<string, string | null>[]>(
        "SELECT product_id, price_list_id, sellable FROM catalog_price_range ORDER BY price_list_id, product_id",
      );
      const counted = new Map<string, number>();
      for (const row of rows)
        counted.set(
          `${row["price_list_id"]} ${row["sellable"]}`,
          (counted.get(`${row["price_list_id"]} ${row["sellable"]}`) ?? 0) + 1,
        );
      expect([...counted]).toEqual([
        ["list_chf 000", 228],
        ["list_chf null", 1],
        ["list_chf 001", 1],
        ["list_eur null", 230],
      ]);
    });

    test("prices and terms of markets of the previous release begin their histories, once", async () => {
      await before("CreatePricingPriceHistory1764002900000", async (dataSource) => {
        for (const row of [
          "pricing_list_price (price_list_id, variant_id, min_quantity, currency, price, version) VALUES ('list_chf', 'variant_1', 10, 'CHF', 400, 1)",
          "pricing_market (id, market_key, name, countries, currency, locales, prices_include_tax, version, created_at, updated_at) VALUES ('market_9', 'ch', 'CH', '[\"CH\"]', 'CHF', '[\"de\"]', 1, 1, '2026-01-01 12:00:00.000', '2026-01-01 12:00:00.000')",
        ])
          await dataSource.query(`INSERT INTO ${row}`);
      });
      await migrateOnce();
      for (const times of ["17640029", "17640030"])
        await onDatabase(`DELETE FROM plinth_migration WHERE name LIKE '%${times}%'`);
      await migrateOnce();
      const begun = "SELECT * FROM pricing_price_history WHERE price = 400 AND min_quantity = 10";
      expect(await onDatabase(begun)).toMatchObject([{ price_list_id: "list_chf" }]);
      const terms = "SELECT * FROM pricing_market_history WHERE recorded_at > '2026-01-02'";
      expect(await onDatabase(terms)).toMatchObject([{ id: "market_9", currency: "CHF" }]);
    });

    test("every migration can be reverted", async () => {
      await migrateOnce();
      const dataSource = await createDataSource(database).initialize();
      for (const _ of ALL) await dataSource.undoLastMigration({ transaction: "each" });
      await dataSource.destroy();

      expect(await migrateOnce()).toEqual(ALL);
    });
  });
};
