import { statSync } from "node:fs";
import { expect, onTestFinished, test, describe } from "vitest";
import { SqliteDatabase } from "../../src/infrastructure/shared/database/sqlite-database.js";
import { embeddedStore } from "./embedded-store.js";

const MIB = 1_048_576;

describe("the write-ahead log of the embedded store", () => {
  test("is truncated when a long reader has ended, with the next changes", async () => {
    const store = await embeddedStore();
    onTestFinished(() => store.close());
    const change = (characters: number, one = "x") =>
      store.unitOfWork.run(({ settings }) => settings.set("big", one.repeat(characters)));
    const sizeMib = () => statSync(`${store.file}-wal`).size / MIB;
    const other = new SqliteDatabase(store.file, { readonly: true });
    onTestFinished(() => void other.close());
    other.exec("BEGIN; SELECT name FROM plinth_setting LIMIT 1");
    for (const one of "abcde") await change(5 * MIB, one);
    const grown = sizeMib();

    other.exec("COMMIT");
    for (const one of "fgh") await change(10, one);

    expect(grown).toBeGreaterThan(24);
    expect(sizeMib()).toBeLessThanOrEqual(16);
  });
});
