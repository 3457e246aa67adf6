import { describe, expect, test } from "vitest";
import {
  followPromises,
  NOTHING_PROMISED,
  type RecordedMovement,
} from "../../../src/domain/inventory/promised-units.js";

const hour = (n: number): Date => new Date(Date.UTC(2026, 0, 1, n));
const movement = (
  kind: RecordedMovement["kind"],
  figures: Partial<Pick<RecordedMovement, "onHandBy" | "reservedBy" | "claimedBy">>,
  movedAt = hour(0),
): RecordedMovement => ({ kind, onHandBy: 0, reservedBy: 0, claimedBy: 0, movedAt, ...figures });
const oversold = (...movements: readonly RecordedMovement[]): number =>
  movements.reduce(followPromises, NOTHING_PROMISED).oversold;

const FIVE = movement("OPENING", { onHandBy: 5 });

describe("units that were promised when none was on hand", () => {
  test("are none while everything promised is on hand", () => {
    expect(
      oversold(
        FIVE,
        movement("RESERVED", { reservedBy: 5 }),
        movement("CLAIMED", { reservedBy: -5, claimedBy: 5 }),
        movement("FULFILLED", { onHandBy: -5, claimedBy: -5 }),
      ),
    ).toBe(0);
  });

  test("are those of a reservation or a paid order beyond what is on hand", () => {
    expect(oversold(FIVE, movement("RESERVED", { reservedBy: 7 }))).toBe(2);
    expect(oversold(FIVE, movement("CLAIMED", { claimedBy: 6 }))).toBe(1);
  });

  test("are none when staff takes promised units away, before or after", () => {
    const takes = movement("COUNTED", { onHandBy: -4 }, hour(1));

    expect(oversold(FIVE, movement("RESERVED", { reservedBy: 5 }), takes)).toBe(0);
    expect(oversold(FIVE, takes, movement("RESERVED", { reservedBy: 5 }, hour(1)))).toBe(0);
    expect(oversold(FIVE, takes, movement("RESERVED", { reservedBy: 5 }, hour(2)))).toBe(4);
  });

  test("are forgotten when they were released, or have arrived", () => {
    const tooMany = movement("RESERVED", { reservedBy: 7 });

    expect(oversold(FIVE, tooMany, movement("RELEASED", { reservedBy: -1 }))).toBe(1);
    expect(oversold(FIVE, tooMany, movement("COUNTED", { onHandBy: 2 }))).toBe(0);
    expect(
      oversold(
        FIVE,
        tooMany,
        movement("COUNTED", { onHandBy: 2 }),
        movement("ADJUSTED", { onHandBy: -1 }, hour(5)),
      ),
    ).toBe(0);
  });

  test("are none of a shop that imports that it has less than nothing", () => {
    expect(oversold(movement("IMPORTED", { onHandBy: -3 }))).toBe(0);
  });
});
