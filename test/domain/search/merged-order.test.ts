import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergedOrder } from "../../../src/domain/search/merged-order.js";

const followersIn = (lists: readonly (readonly string[])[]) => {
  const followers = new Map<string, Map<string, number>>();
  for (const list of lists)
    for (const [at, value] of list.slice(0, -1).entries()) {
      const next = String(list[at + 1]);
      const counts = followers.get(value) ?? new Map<string, number>();
      followers.set(value, counts.set(next, (counts.get(next) ?? 0) + 1));
    }
  return followers;
};
const merged = (...lists: readonly (readonly string[])[]): string =>
  mergedOrder([...new Set(lists.flat())].toSorted(), followersIn(lists)).join(" ");

describe("the order of values over many lists", () => {
  test.each([
    [[["S", "M", "L"]], "S M L"],
    [
      [
        ["S", "M", "L"],
        ["M", "L", "XL"],
        ["XS", "S"],
      ],
      "XS S M L XL",
    ],
    // Lists that have nothing in common stay together.
    [
      [
        ["Zeta", "Eta"],
        ["Beta", "Alpha"],
      ],
      "Beta Alpha Zeta Eta",
    ],
    [[["Sage"], ["Black"], ["Sand"]], "Black Sage Sand"],
  ] as const)("merges %j into %s", (lists, expected) => {
    expect(merged(...lists)).toBe(expected);
  });

  test("keeps to the majority where lists contradict each other", () => {
    const usual = Array.from({ length: 5 }, () => ["S", "M", "L"]);

    expect(merged(...usual, ["L", "M", "S"])).toBe("S M L");
  });

  test("keeps the order of every list where they agree", () => {
    const all = [..."zyxwvutsrqponm"];

    fc.assert(
      fc.property(fc.array(fc.subarray(all, { minLength: 1 }), { minLength: 1 }), (lists) => {
        const order = mergedOrder([...new Set(lists.flat())].toSorted(), followersIn(lists));

        expect(order.toSorted()).toEqual([...new Set(lists.flat())].toSorted());
        for (const list of lists)
          expect(order.filter((value) => list.includes(value))).toEqual(list);
      }),
    );
  });

  test("has every value once, however much the lists contradict each other", () => {
    fc.assert(
      fc.property(
        fc.array(fc.shuffledSubarray([..."abcdefgh"], { minLength: 1 }), { minLength: 1 }),
        (lists) => {
          const values = [...new Set(lists.flat())].toSorted();

          expect(mergedOrder(values, followersIn(lists)).toSorted()).toEqual(values);
        },
      ),
    );
  });
});
