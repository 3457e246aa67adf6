import type { Redis } from "ioredis";
import { expect, test } from "vitest";
import { SharedBudgets } from "../../../../src/infrastructure/shared/budgets/shared-budgets.js";
import { logTo } from "../../../interface/http/toy-server.js";

test("points are counted at once while Redis does not answer", async () => {
  const hung = {
    status: "ready",
    defineCommand: () => undefined,
    rlflxIncr: () => new Promise(() => undefined),
    disconnect: () => undefined,
  };
  const budgets = new SharedBudgets(hung as unknown as Redis, logTo([]));

  await budgets.use("a", 5);
  await new Promise((sent) => setTimeout(sent, 150));

  expect((await budgets.use("a", 5)).points).toBe(10);
  budgets.close();
});
