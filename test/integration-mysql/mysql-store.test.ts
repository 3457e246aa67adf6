import type { DataSource } from "typeorm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { StoreUnavailable } from "../../src/application/shared/unit-of-work.js";
import { StockItem } from "../../src/domain/inventory/stock-item.js";
import { createDataSource } from "../../src/infrastructure/create-data-source.js";
import { sleep } from "../../src/infrastructure/shared/sleep.js";
import { openStore, type Store } from "../../src/infrastructure/store.js";
import { productId, variantId } from "../builders/product-content.js";
import { collectionId, fillShop } from "../builders/fill-shop.js";
import { reserveUnits } from "../builders/reserve-units.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { DEADLINES } from "../integration/embedded-store.js";
import { mysqlStores, newShop, onServer } from "./mysql-store.js";

const { open, end } = mysqlStores();
const [MUG, CUP] = [variantId(1), variantId(2)];

describe("the store on MySQL or MariaDB", () => {
  let store: Store;
  const setting = async (name: string) => {
    const [row] = await store.readSource.query(`SELECT @@SESSION.${name} AS value`);
    return row?.["value"];
  };

  beforeEach(async () => {
    store = await open();
  });
  afterAll(end);

  test("the first connection already has the session settings", async () => {
    expect(String(await setting("sql_mode"))).toContain("STRICT_TRANS_TABLES");
    expect(String(await setting("sql_mode"))).not.toContain("NO_BACKSLASH_ESCAPES");
    expect(Number(await setting("innodb_lock_wait_timeout"))).toBe(3);
    const [isolation] = await store.readSource.query(
      "SHOW VARIABLES WHERE Variable_name IN ('tx_isolation', 'transaction_isolation')",
    );
    expect(isolation?.["Value"]).toBe("READ-COMMITTED");
  });

  test("two units of work that deadlock both succeed", async () => {
    await store.unitOfWork.run(({ stockItems }) =>
      stockItems.save([StockItem.stock(MUG, 10), StockItem.stock(CUP, 10)]),
    );
    let runs = 0;
    let holders = 0;
    let holdBoth = (): void => undefined;
    const bothHold = new Promise<void>((resolve) => (holdBoth = resolve));
    const reserve = (order: readonly (typeof MUG)[]) =>
      store.unitOfWork.run(async (stores) => {
        runs++;
        for (const one of order) {
          await reserveUnits(stores, one, 1);
          if (++holders === 2) holdBoth();
          await bothHold;
        }
      });
    await Promise.all([reserve([MUG, CUP]), reserve([CUP, MUG])]);

    expect(runs).toBeGreaterThan(2);
    expect(
      await store.readSource.query(
        "SELECT DISTINCT CAST(reserved AS CHAR) AS reserved FROM inventory_stock_item",
      ),
    ).toEqual([{ reserved: "2" }]);
  });

  test("an exhausted pool is a StoreUnavailable after the deadline", async () => {
    const database = await newShop();
    const small = await openStore(
      { ...database, poolSize: 1, deadlines: { ...DEADLINES, poolWaitMs: 100 } },
      fixedClock(),
    );
    let end = (): void => undefined;
    const slow = small.unitOfWork.run(() => new Promise<void>((resolve) => (end = resolve)));

    await expect(small.unitOfWork.run(async () => "done")).rejects.toThrow(StoreUnavailable);
    end();
    await slow;
    expect(await small.unitOfWork.run(async () => "done")).toBe("done");
    await small.close();
    await database.drop();
  });

  test("requests beyond the queue of the pool fail, and may be tried again", async () => {
    const database = await newShop();
    const small = await openStore({ ...database, poolSize: 1 }, fixedClock());
    const outcomes = await Promise.allSettled(
      Array.from({ length: 400 }, () => small.readSource.query("SELECT SLEEP(0.001)")),
    );
    await small.close();
    await database.drop();

    const failures = outcomes.flatMap((outcome) =>
      outcome.status === "rejected" ? [(outcome.reason as Error).constructor] : [],
    );
    expect(failures.length).toBeGreaterThan(0);
    expect(new Set(failures)).toEqual(new Set([StoreUnavailable]));
  });

  test("a statement that runs too long is ended by the server", async () => {
    const database = await newShop();
    const hasty = await openStore(
      { ...database, deadlines: { ...DEADLINES, statementMs: 200 } },
      fixedClock(),
    );
    const start = performance.now();

    await expect(
      hasty.readSource.query(
        "SELECT COUNT(*) FROM information_schema.columns a, information_schema.columns b, information_schema.columns c, information_schema.columns d",
      ),
    ).rejects.toThrow(StoreUnavailable);
    expect(performance.now() - start).toBeLessThan(3_000);
    await hasty.close();
    await database.drop();
  });

  test("a product that is deleted while the positions of its collection are spread out is not added again", async () => {
    const database = await newShop();
    const shop = await openStore(database, fixedClock());
    await fillShop(shop.unitOfWork, {
      products: [1, 2, 3].map((number) => ({ number })),
      collections: [{ number: 1, products: [1, 2, 3] }],
    });
    await onServer(
      `UPDATE ${database.name}.catalog_collection_product SET position = RIGHT(product_id, 1)`,
    );
    const aside = await createDataSource(database).initialize();
    const deleted = productId(2);
    const moved = await aside.transaction(async (deleting) => {
      await deleting.query("DELETE FROM catalog_collection_product WHERE product_id = ?", [
        deleted,
      ]);
      const moving = shop.unitOfWork.run(({ collections }) =>
        collections.moveProducts(collectionId(1), [{ product: productId(3), to: 1 }]),
      );
      await waitsForALock(aside);
      return { moving };
    });
    await moved.moving;

    expect(
      await shop.readSource.query(
        "SELECT product_id FROM catalog_collection_product WHERE product_id = ?",
        [deleted],
      ),
    ).toEqual([]);
    await aside.destroy();
    await shop.close();
    await database.drop();
  });

  test("an id in another form matches nothing", async () => {
    await store.unitOfWork.run(({ stockItems }) => stockItems.save([StockItem.stock(MUG, 10)]));

    expect(
      await store.readSource.query(
        "SELECT variant_id FROM inventory_stock_item WHERE variant_id = ?",
        [MUG.toUpperCase()],
      ),
    ).toEqual([]);
  });
});

/** Waits until another connection on the same database waits for a row. */
const waitsForALock = async (aside: DataSource): Promise<void> => {
  for (;;) {
    // The server caches this result for a tenth of a second.
    await sleep(150);
    const waiting = await aside.query<unknown[]>(
      "SELECT 1 FROM information_schema.innodb_trx t JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id WHERE t.trx_state = 'LOCK WAIT' AND p.db = DATABASE()",
    );
    if (waiting.length > 0) return;
  }
};
