import { describe, expect, test } from "vitest";
import { unitOfWorkScope } from "../../../../src/infrastructure/shared/database/unit-of-work-scope.js";

const held = () => {
  let end = (): void => undefined;
  const until = new Promise<void>((resolve) => (end = resolve));
  return { until, end };
};

describe("code inside a unit of work", () => {
  test("is known also when another unit of work has ended", async () => {
    const [first, second] = [held(), held()];
    const inside: boolean[] = [];
    const ended = unitOfWorkScope.run(() => first.until);
    const lasting = unitOfWorkScope.run(async () => {
      await second.until;
      inside.push(unitOfWorkScope.isInside);
    });

    first.end();
    await ended;
    const outside = unitOfWorkScope.isInside;
    second.end();
    await lasting;

    expect(inside).toEqual([true]);
    expect(outside).toBe(false);
  });

  test("is known again after no unit of work was open", async () => {
    await unitOfWorkScope.run(async () => undefined);

    expect(await unitOfWorkScope.run(async () => unitOfWorkScope.isInside)).toBe(true);
    expect(unitOfWorkScope.isInside).toBe(false);
  });
});
