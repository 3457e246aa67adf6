import fc from "fast-check";
import { expect, test } from "vitest";
import { movesToOrder } from "../../../src/domain/shared/moves-to-order.js";

const moved = (list: readonly number[], target: readonly number[]): readonly number[] => {
  const result = [...list];
  for (const { item, to } of movesToOrder(list, target)) {
    result.splice(result.indexOf(item), 1);
    result.splice(to, 0, item);
  }
  return result;
};

test("moves bring any list into any order", () => {
  fc.assert(
    fc.property(
      fc
        .uniqueArray(fc.integer(), { maxLength: 30 })
        .chain((list) =>
          fc.tuple(
            fc.shuffledSubarray(list, { minLength: list.length }),
            fc.shuffledSubarray(list, { minLength: list.length }),
          ),
        ),
      ([list, target]) => {
        expect(moved(list, target)).toEqual(target);
      },
    ),
  );
});

test("one item that is elsewhere is one move", () => {
  expect(movesToOrder([1, 2, 3, 4, 5], [2, 3, 4, 5, 1])).toEqual([{ item: 1, to: 4 }]);
  expect(movesToOrder([1, 2, 3, 4, 5], [5, 1, 2, 3, 4])).toEqual([{ item: 5, to: 0 }]);
  expect(movesToOrder([1, 2, 3], [1, 2, 3])).toEqual([]);
});
