import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { claimStock } from "../../../src/application/inventory/inventory.js";
import { operations } from "../../../src/application/operations/operations.js";
import type { RowCheckReads } from "../../../src/application/shared/row-checks.js";
import { GUEST, OPERATOR, PermissionDenied } from "../../../src/application/shared/viewer.js";
import { DEFAULT_LOCATION } from "../../../src/domain/inventory/location.js";
import type { Store } from "../../../src/infrastructure/store.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { sqlStockSubject } from "../../integration/sql-stock-subject.js";
import { ordersOfDoctor } from "./orders-of-doctor.js";
import { paymentsOfDoctor } from "./payments-of-doctor.js";
import {
  LARGE,
  MEDIUM,
  SHIRT,
  SMALL,
  stockShop,
  type StockSubject,
} from "../inventory/stock-shop.js";

export interface DoctorSubject {
  readonly store: Store;
  /** Runs a statement that no use case would send. */
  readonly plant: (sql: string) => Promise<unknown>;
}

const STOCK_OF_SMALL = `variant_id = '${SMALL}' AND location_id = '${DEFAULT_LOCATION.id}'`;
const KEY_OF_SMALL = { variant_id: SMALL, location_id: DEFAULT_LOCATION.id };
const FIRST_EVENT = "(SELECT id FROM (SELECT MIN(id) AS id FROM outbox) first_one)";
const movement = (kind: string, figures: string, at: string): string =>
  `INSERT INTO inventory_stock_movement (variant_id, location_id, kind, on_hand_by, reserved_by, claimed_by, moved_at) VALUES ('${SMALL}', '${DEFAULT_LOCATION.id}', '${kind}', ${figures}, '${at}')`;

/** What `plinth doctor` finds in a shop in which a rule was broken on purpose, on each database. */
export const doctorContract = (
  name: string,
  open: () => Promise<DoctorSubject>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`plinth doctor: ${name}`, () => {
    let subject: DoctorSubject;
    let stock: StockSubject;
    const shop = stockShop(() => stock);

    const examine = async (
      repairs = false,
      {
        rules,
        reads = subject.store.rowCheckReads,
      }: { rules?: string[]; reads?: RowCheckReads } = {},
    ) => {
      const found: object[] = [];
      const { checkRows, repairRows } = operations({
        unitOfWork: subject.store.unitOfWork,
        rowCheckReads: reads,
        clock: fixedClock(),
      });
      const checked = await (repairs ? repairRows : checkRows)(
        {
          rules,
          onBroken: ({ key, expected, found: there }, rule, isRepaired) =>
            found.push([rule.name, key, expected, there, ...(isRepaired ? ["repaired"] : [])]),
        },
        OPERATOR,
      );
      return { checked, found };
    };
    const plant = async (...statements: readonly string[]): Promise<void> => {
      for (const sql of statements) await subject.plant(sql);
    };

    beforeEach(async () => {
      subject = await open();
      stock = sqlStockSubject(subject.store);
      await shop.fillShelves([5, 7, undefined]);
      await shop.reserve("order_1", [
        [SMALL, 2],
        [MEDIUM, 3],
      ]);
      await shop.run((stores) => claimStock(stores, "order_1"));
      await shop.reserve("order_2", [[SMALL, 1]]);
    });
    afterEach(() => subject.store.close());
    afterAll(end);

    test("nothing is broken in a shop that only its own operations have changed", async () => {
      await shop.adjust(MEDIUM, -6);
      const { checked, found } = await examine();

      expect(found).toEqual([]);
      expect(checked.map(({ broken, repaired }) => [broken, repaired])).toEqual(
        checked.map(() => [0, 0]),
      );
      expect(Object.fromEntries(checked.map((rule) => [rule.name, rule.rows > 0]))).toMatchObject({
        events: true,
        "stock-ledger": true,
        "stock-holds": true,
        "stock-promises": true,
        listings: true,
      });
    });

    test.each([
      ["status = 'LOST'", "PENDING, PARKED or DELIVERED", "LOST"],
      ["status = 'DELIVERED'", "DELIVERED at a time", "DELIVERED at no time"],
      ["lease_owner = 'me'", "a lease with an owner and an end, or none", "a lease without an end"],
      [
        "lease_owner = 'me', lease_until = '2999-01-01 00:00:00.000'",
        "a lease of less than an hour",
        "leased until 2999-01-01 00:00:00.000",
      ],
      [
        "due_at = '2999-01-01 00:00:00.000'",
        "due within an hour",
        "due at 2999-01-01 00:00:00.000",
      ],
      ["attempts = 10", "PARKED after 10 attempts", "PENDING after 10 attempts"],
      [
        "status = 'PARKED', lease_owner = 'me', lease_until = '2000-01-01 00:00:00.000'",
        "no lease",
        "leased until 2000-01-01 00:00:00.000",
      ],
    ])(
      "an event with %s is named, because nobody would deliver it",
      async (change, expected, there) => {
        await plant(`UPDATE outbox SET ${change} WHERE id = ${FIRST_EVENT}`);

        expect((await examine()).found).toEqual([
          ["events", { id: expect.anything() }, expected, there],
        ]);
      },
    );

    test("scheduled work that is leased for ever is named", async () => {
      await plant(
        "INSERT INTO scheduled_work (id, kind, subject, facts, due_at, lease_owner, lease_until) VALUES ('work_1', 'test.ring', 'bell', '{}', '2026-01-01 00:00:00.000', 'me', '2999-01-01 00:00:00.000')",
      );

      expect((await examine()).found).toEqual([
        [
          "work",
          { id: "work_1" },
          "a lease of less than an hour",
          "leased until 2999-01-01 00:00:00.000",
        ],
      ]);
    });

    test("entries of the inbox without an event are named, each once, however many pages they fill", async () => {
      const entries = Array.from(
        { length: 450 },
        (_, n) =>
          `('event-${String(n % 150).padStart(4, "0")}', 'subscriber-${1 + Math.floor(n / 150)}', '2026-01-01 00:00:00.000')`,
      );
      await plant(
        `INSERT INTO inbox (event_id, subscriber, taken_at) VALUES ${entries.join(", ")}`,
      );

      const { checked, found } = await examine(false, { rules: ["inbox"] });

      expect(checked).toMatchObject([{ rows: 450, broken: 450, repaired: 0 }]);
      expect(new Set(found.map((one) => JSON.stringify(one))).size).toBe(450);
      expect(found[0]).toEqual([
        "inbox",
        { event_id: "event-0000", subscriber: "subscriber-1" },
        "an event with this id",
        "none",
      ]);
    });

    test.each([
      ["on_hand = on_hand + 1", "on hand 6, reserved 1, claimed 2"],
      ["reserved = reserved - 1", "on hand 5, reserved 0, claimed 2"],
      ["claimed = 0", "on hand 5, reserved 1, claimed 0"],
    ])("a stock item with %s is named, and repaired from its ledger", async (change, there) => {
      await plant(`UPDATE inventory_stock_item SET ${change} WHERE ${STOCK_OF_SMALL}`);
      const expected = "on hand 5, reserved 1, claimed 2";

      const before = await examine(false, { rules: ["stock-ledger"] });
      const repair = await examine(true);

      expect(before.found).toEqual([["stock-ledger", KEY_OF_SMALL, expected, there]]);
      expect(repair.found).toContainEqual([
        "stock-ledger",
        KEY_OF_SMALL,
        expected,
        there,
        "repaired",
      ]);
      expect(await shop.figuresOf(SMALL)).toEqual([5, 1, 2]);
      expect((await examine()).found).toEqual([]);
    });

    test("a repair that crosses zero is announced, and lists follow it", async () => {
      await plant(
        `UPDATE inventory_stock_item SET on_hand = 3 WHERE ${STOCK_OF_SMALL}`,
        `UPDATE inventory_stock_item SET on_hand = 3 WHERE variant_id = '${MEDIUM}'`,
      );
      await shop.run(({ storedListings }) => storedListings.lock([SHIRT]));
      await examine(true, { rules: ["listings"] });
      expect((await shop.listing())?.answers.available).toBe(false);

      await examine(true, { rules: ["stock-ledger"] });

      expect((await shop.listing())?.answers.available).toBe(true);
      expect((await stock.outboxTypes()).slice(-2)).toEqual([
        "inventory.stock-replenished",
        "inventory.stock-replenished",
      ]);
    });

    test("a ledger of less than nothing is named, and repairs nothing", async () => {
      await plant(movement("RELEASED", "0, -9, 0", "2026-01-01 00:00:00.000"));

      expect((await examine(true, { rules: ["stock-ledger"] })).found).toEqual([
        [
          "stock-ledger",
          KEY_OF_SMALL,
          "on hand 5, reserved -8, claimed 2",
          "on hand 5, reserved 1, claimed 2",
        ],
      ]);
    });

    test("reserved units without a reservation are named", async () => {
      await plant("UPDATE inventory_reservation SET state = 'RELEASED' WHERE state = 'HELD'");

      expect((await examine()).found).toEqual([
        ["stock-holds", KEY_OF_SMALL, "reserved 0", "reserved 1"],
      ]);
    });

    const oversell = (at = "2026-01-02 00:00:00.000") =>
      plant(
        movement("RESERVED", "0, 9, 0", at),
        `INSERT INTO inventory_reservation (holder, variant_id, location_id, quantity, state) VALUES ('order_3', '${SMALL}', '${DEFAULT_LOCATION.id}', 9, 'HELD')`,
        `UPDATE inventory_stock_item SET reserved = reserved + 9 WHERE ${STOCK_OF_SMALL}`,
      );

    test("a stock item of which more is promised than is on hand is named", async () => {
      await oversell();

      expect(
        (await examine(false, { rules: ["stock-ledger", "stock-holds", "stock-promises"] })).found,
      ).toEqual([
        [
          "stock-promises",
          KEY_OF_SMALL,
          "at most 5 units promised",
          "12 promised, 7 of them when none was on hand",
        ],
      ]);
    });

    test("more may be promised than is on hand when the variant may be backordered", async () => {
      await oversell();
      await plant(`UPDATE catalog_variant SET sold_out_policy = 'CONTINUE' WHERE id = '${SMALL}'`);

      expect((await examine(false, { rules: ["stock-promises"] })).found).toEqual([]);
    });

    test("a count that takes promised units away breaks no rule", async () => {
      await shop.count(SMALL, 1);

      expect((await examine()).found).toEqual([]);
    });

    ordersOfDoctor({ store: () => subject.store, examine, plant });
    paymentsOfDoctor({ store: () => subject.store, examine, plant });

    test.each([
      [
        "min_price = 1, price_rank = 1",
        "10.00 to 10.00 EUR, available",
        "0.01 to 10.00 EUR, available",
      ],
      ["available = 0", "10.00 to 10.00 EUR, available", "10.00 to 10.00 EUR, not available"],
    ])("a listing with %s is named, and worked out anew", async (change, expected, there) => {
      await plant(`UPDATE catalog_listing SET ${change} WHERE product_id = '${SHIRT}'`);

      const { found } = await examine(true);

      expect(found).toEqual([["listings", { product_id: SHIRT }, expected, there, "repaired"]]);
      expect((await examine()).found).toEqual([]);
    });

    test("a variant that lists show as available although it is not is named", async () => {
      await plant(`UPDATE catalog_choice SET available = '111' WHERE product_id = '${SHIRT}'`);

      expect((await examine()).found).toEqual([
        ["listings", { product_id: SHIRT }, "variants 110", "variants 111"],
      ]);
    });

    test("a row that is right again before it is named is not named", async () => {
      await plant(`UPDATE inventory_stock_item SET on_hand = 6 WHERE ${STOCK_OF_SMALL}`);
      const { rowCheckReads } = subject.store;
      const suspects: number[] = [];
      const reads: RowCheckReads = {
        ...rowCheckReads,
        page: async (...request) => {
          const page = await rowCheckReads.page(...request);
          suspects.push(page.suspects.length);
          await plant(`UPDATE inventory_stock_item SET on_hand = 5 WHERE ${STOCK_OF_SMALL}`);
          return page;
        },
      };

      expect((await examine(false, { rules: ["stock-ledger"], reads })).found).toEqual([]);
      expect(suspects).toEqual([1]);
    });

    test("a check changes nothing, and only the operator may make one", async () => {
      await plant(`UPDATE inventory_stock_item SET on_hand = 6 WHERE ${STOCK_OF_SMALL}`);
      const { checkRows, repairRows } = operations({
        unitOfWork: subject.store.unitOfWork,
        rowCheckReads: subject.store.rowCheckReads,
        clock: fixedClock(),
      });
      await examine();

      expect(await shop.figuresOf(SMALL)).toEqual([6, 1, 2]);
      for (const operation of [checkRows, repairRows])
        await expect(operation({ onBroken: () => undefined }, GUEST)).rejects.toThrow(
          PermissionDenied,
        );
      await expect(examine(false, { rules: ["shelves"] })).rejects.toThrow(
        "There is no rule shelves. The rules are: events, inbox, work, stock-ledger",
      );
      expect(await shop.figuresOf(LARGE)).toBeUndefined();
    });
  });
};
