import { describe, expect, test } from "vitest";
import { parseId } from "../../../src/application/shared/ids.js";
import { TypeIds } from "../../../src/infrastructure/shared/type-ids.js";

const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
const NOON = Date.UTC(2026, 10, 22, 12);
const at = (time: number) => new TypeIds({ now: () => new Date(time) });
const uuidOf = (typeId: string): string => {
  const suffix = typeId.slice(typeId.lastIndexOf("_") + 1);
  return [...suffix]
    .reduce((value, digit) => value * 32n + BigInt(DIGITS.indexOf(digit)), 0n)
    .toString(16)
    .padStart(32, "0");
};

describe("ids", () => {
  test("an id is its prefix and a UUIDv7, in the form that inputs accept", () => {
    const made = at(NOON).next("product");

    const uuid = uuidOf(made);

    expect(parseId("product", made)).toBe(made);
    expect(Number.parseInt(uuid.slice(0, 12), 16)).toBe(NOON);
    expect(uuid[12]).toBe("7");
    expect("89ab").toContain(uuid[16]);
  });

  test("ids sort in the order they were made, within a millisecond and when the clock runs backwards", () => {
    const times = [NOON, NOON, NOON + 1, NOON - 5_000, NOON + 1, NOON + 2];
    let reading = 0;
    const ids = new TypeIds({
      now: () => new Date(times[Math.min(reading++, times.length - 1)] ?? NOON),
    });

    const made = Array.from({ length: 5_000 }, () => ids.next("variant"));

    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(5_000);
  });

  test("two processes that start in the same millisecond make different ids", () => {
    const [one, other] = [at(NOON), at(NOON)];

    const made = Array.from({ length: 1_000 }, () => [
      one.next("media"),
      other.next("media"),
    ]).flat();

    expect(new Set(made).size).toBe(2_000);
  });
});
