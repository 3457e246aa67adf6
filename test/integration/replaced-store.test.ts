import { closeSync, copyFileSync, openSync, renameSync, statSync, writeSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { StoreUnavailable } from "../../src/application/shared/unit-of-work.js";
import { StockItem } from "../../src/domain/inventory/stock-item.js";
import { SqliteDatabase } from "../../src/infrastructure/shared/database/sqlite-database.js";
import { sqliteSource } from "../../src/infrastructure/shared/database/sqlite-source.js";
import { embeddedSessions } from "../../src/infrastructure/shared/database/embedded-sessions.js";
import { SqlUnitOfWork } from "../../src/infrastructure/shared/database/sql-unit-of-work.js";
import { variantId } from "../builders/product-content.js";
import { embeddedStore } from "./embedded-store.js";

const MUG = variantId(1);

describe("a store whose file is taken away while it is in use", () => {
  let store: Awaited<ReturnType<typeof embeddedStore>>;
  const stockMugs = (onHand: number) =>
    store.unitOfWork.run(({ stockItems }) => stockItems.save([StockItem.stock(MUG, onHand)]));
  const stored = () => store.readSource.query("SELECT on_hand FROM inventory_stock_item");
  const takeAway = (path: string) => renameSync(path, `${path}.moved`);
  const putBack = (path: string) => renameSync(`${path}.moved`, path);

  beforeEach(async () => {
    store = await embeddedStore();
  });
  afterEach(() => store.close());

  test.each(["", "-wal"])(
    "refuses changes, and keeps none of them once the file is back",
    async (ending) => {
      const path = store.file + ending;
      takeAway(path);

      await expect(stockMugs(5)).rejects.toThrow(StoreUnavailable);
      await expect(stockMugs(5)).rejects.toThrow(/was replaced, moved or deleted.*restart Plinth/);
      await expect(store.ping()).rejects.toThrow(StoreUnavailable);

      putBack(path);
      await store.ping();
      expect(await stored()).toEqual([]);
      await stockMugs(6);
      expect(await stored()).toEqual([{ on_hand: 6 }]);
    },
  );

  test("refuses changes when a copy replaces it", async () => {
    takeAway(store.file);
    copyFileSync(`${store.file}.moved`, store.file);

    await expect(stockMugs(5)).rejects.toThrow(StoreUnavailable);
    await expect(store.ping()).rejects.toThrow(StoreUnavailable);
  });

  test("is reported as damaged when its content was overwritten, to reads and to changes", async () => {
    await stockMugs(5);
    const other = new SqliteDatabase(store.file);
    other.pragma("wal_checkpoint(TRUNCATE)");
    other.close();
    const length = statSync(store.file).size;
    const file = openSync(store.file, "r+");
    writeSync(file, Buffer.alloc(length - 4096, 0xff), 0, length - 4096, 4096);
    closeSync(file);

    await expect(stored()).rejects.toThrow(StoreUnavailable);
    await expect(stored()).rejects.toThrow(/damaged \(SQLITE_CORRUPT.*restore/);
    await expect(stockMugs(6)).rejects.toThrow(/damaged/);
  });

  test("acknowledges no change when the file is taken away during the commit", async () => {
    const source = await sqliteSource(store.file, []).initialize();
    let looks = 0;
    const unitOfWork = new SqlUnitOfWork(
      embeddedSessions(source),
      () => ({}),
      { waitMs: 1_000, unitMs: Infinity },
      undefined,
      () => {
        if (++looks === 2) throw new StoreUnavailable("taken away");
      },
    );

    await expect(unitOfWork.run(async () => "done")).rejects.toThrow("taken away");
    expect(await unitOfWork.run(async () => "done")).toBe("done");
    await source.destroy();
  });
});
