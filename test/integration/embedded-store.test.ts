import { QueryFailedError } from "typeorm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { StoreUnavailable } from "../../src/application/shared/unit-of-work.js";
import { openStore } from "../../src/infrastructure/store.js";
import { SqliteDatabase } from "../../src/infrastructure/shared/database/sqlite-database.js";
import { StockItem } from "../../src/domain/inventory/stock-item.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { variantId } from "../builders/product-content.js";
import { reserveUnits } from "../builders/reserve-units.js";
import { DEADLINES, embeddedStore } from "./embedded-store.js";

const MUG = variantId(1);

describe("the embedded store", () => {
  let store: Awaited<ReturnType<typeof embeddedStore>>;
  const stockMugs = (onHand: number) =>
    store.unitOfWork.run(({ stockItems }) => stockItems.save([StockItem.stock(MUG, onHand)]));

  beforeEach(async () => {
    store = await embeddedStore();
  });
  afterEach(() => store.close());

  test("a read sees committed rows only", async () => {
    const seen = () => store.readSource.query("SELECT on_hand FROM inventory_stock_item");
    let answer = (): void => undefined;
    const looked = new Promise<void>((resolve) => (answer = resolve));
    const writing = store.unitOfWork.run(async ({ stockItems }) => {
      await stockItems.save([StockItem.stock(MUG, 5)]);
      await looked;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const during = await seen();
    answer();
    await writing;

    expect(during).toEqual([]);
    expect(await seen()).toEqual([{ on_hand: 5 }]);
  });

  test("nothing can be written through the reading connection", async () => {
    await expect(store.readSource.query("DELETE FROM outbox")).rejects.toThrow(/readonly/);
  });

  test("a read inside a unit of work is an error", async () => {
    await expect(store.unitOfWork.run(() => store.readSource.query("SELECT 1"))).rejects.toThrow(
      "inside a unit of work",
    );
  });

  test("while another process writes, the event loop continues, and the work waits and then runs once", async () => {
    await stockMugs(5);
    const other = new SqliteDatabase(store.file);
    other.exec(
      "BEGIN IMMEDIATE; UPDATE inventory_stock_item SET on_hand = 7, version = version + 1;",
    );
    let ticks = 0;
    let runs = 0;
    const ticking = setInterval(() => {
      if (++ticks === 20) other.exec("COMMIT");
    }, 5);

    await store.unitOfWork.run(async (stores) => {
      runs++;
      await reserveUnits(stores, MUG, 6);
    });
    clearInterval(ticking);
    other.close();

    expect(runs).toBe(1);
    expect(ticks).toBeGreaterThan(10);
  });

  test("opening the store waits while another process creates it", async () => {
    const file = `${store.file}.new`;
    const other = new SqliteDatabase(file);
    other.exec("BEGIN EXCLUSIVE; CREATE TABLE begun (id integer)");
    setTimeout(() => other.exec("COMMIT").close(), 60);

    const late = await openStore({ kind: "embedded", file, deadlines: DEADLINES }, fixedClock());

    expect(await late.unitOfWork.run(async () => "done")).toBe("done");
    await late.close();
  });

  test("work that waits too long for another process fails, and may be tried again", async () => {
    const impatient = await openStore(
      { kind: "embedded", file: store.file, deadlines: { ...DEADLINES, poolWaitMs: 100 } },
      fixedClock(),
    );
    const other = new SqliteDatabase(store.file);
    other.exec("BEGIN IMMEDIATE");

    await expect(impatient.unitOfWork.run(async () => "done")).rejects.toThrow(StoreUnavailable);
    other.exec("ROLLBACK");
    other.close();
    expect(await impatient.unitOfWork.run(async () => "done")).toBe("done");
    await impatient.close();
  });

  test("work that waits too long for other work fails, and the next work runs", async () => {
    const impatient = await openStore(
      { kind: "embedded", file: store.file, deadlines: { ...DEADLINES, poolWaitMs: 50 } },
      fixedClock(),
    );
    let end = (): void => undefined;
    const slow = impatient.unitOfWork.run(() => new Promise<void>((resolve) => (end = resolve)));

    await expect(impatient.unitOfWork.run(async () => "done")).rejects.toThrow(StoreUnavailable);
    end();
    await slow;
    expect(await impatient.unitOfWork.run(async () => "done")).toBe("done");
    await impatient.close();
  });

  test.each([
    ["SQLITE_FULL", /disk of the database is full/],
    ["SQLITE_IOERR_WRITE", /disk of the embedded store cannot be used/],
    ["SQLITE_CORRUPT", /damaged .*restore the file from a backup/],
    ["SQLITE_CORRUPT_INDEX", /damaged/],
    ["SQLITE_NOTADB", /damaged/],
  ])(
    "a failure of the disk (%s) is reported as such, and the work is rolled back",
    async (code, words) => {
      const work = store.unitOfWork.run(async ({ stockItems }) => {
        await stockItems.save([StockItem.stock(MUG, 5)]);
        throw new QueryFailedError("INSERT", [], Object.assign(new Error("disk"), { code }));
      });

      await expect(work).rejects.toThrow(StoreUnavailable);
      await expect(work).rejects.toThrow(words);
      expect(await store.readSource.query("SELECT * FROM inventory_stock_item")).toEqual([]);
    },
  );

  test("two processes that sell the same five units sell five", async () => {
    await stockMugs(5);
    const second = await openStore(
      { kind: "embedded", file: store.file, deadlines: DEADLINES },
      fixedClock(),
    );
    const buyOne = (n: number) =>
      (n % 2 === 0 ? store : second).unitOfWork.run((stores) => reserveUnits(stores, MUG, 1));
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => buyOne(n)));
    await second.close();

    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    expect(
      await store.readSource.query("SELECT on_hand, reserved FROM inventory_stock_item"),
    ).toEqual([{ on_hand: 5, reserved: 5 }]);
  });
});
