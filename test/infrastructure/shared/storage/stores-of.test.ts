import { describe, expect, test } from "vitest";
import type { SqlSession } from "../../../../src/infrastructure/shared/database/sql-session.js";
import { storesOf } from "../../../../src/infrastructure/shared/storage/stores-of.js";
import type { Storage } from "../../../../src/infrastructure/shared/storage/storage.js";
import { STORAGES } from "../../../../src/infrastructure/storages.js";
import { fixedClock } from "../../../fakes/fixed-clock.js";

const session = (dialect: SqlSession["dialect"] = "sqlite"): SqlSession => ({
  dialect,
  query: async () => [],
  change: async () => 0,
});
const recording = (made: string[]) =>
  ({
    name: "notes",
    migrations: [],
    stores: {
      notes: ({ dialect }: SqlSession) => ({ made: made.push("notes"), dialect }),
      labels: () => ({ made: made.push("labels") }),
    },
  }) as const satisfies Storage;

describe("the stores of a unit of work", () => {
  test("are made when they are first used, and once", () => {
    const made: string[] = [];
    const stores = storesOf([recording(made)], fixedClock())(session());

    expect(made).toEqual([]);
    const { notes } = stores;
    expect([stores.notes === notes, stores.notes === notes, made]).toEqual([true, true, ["notes"]]);
  });

  test("of two units of work are different ones, each on its own session", () => {
    const open = storesOf([recording([])], fixedClock());
    const [one, other] = [open(session("sqlite")), open(session("mysql"))];

    expect([one.notes.dialect, other.notes.dialect]).toEqual(["sqlite", "mysql"]);
    expect(one.notes).not.toBe(other.notes);
  });

  test("can be copied and exchanged like the properties of any object", () => {
    const stores = storesOf([recording([])], fixedClock())(session());
    const copy = { ...stores, labels: "others" };

    expect(Object.keys(stores)).toEqual(["rowChecks", "notes", "labels"]);
    expect([copy.notes === stores.notes, copy.labels]).toEqual([true, "others"]);
    expect(["notes" in stores, "others" in stores]).toEqual([true, false]);
    expect(Reflect.get(stores, "constructor")).toBeUndefined();
  });

  test("cannot have the name of another context's store", () => {
    const storage: Storage = { name: "notes", migrations: [], stores: { products: () => ({}) } };

    expect(() => storesOf([...STORAGES, storage], fixedClock())).toThrow(
      'The store "products" is declared twice: by catalog and by notes.',
    );
  });
});
