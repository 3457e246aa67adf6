import type { Redis } from "ioredis";
import { expect, test } from "vitest";
import { OTHER_LIMITS } from "../../../../src/application/shared/other-limits.js";
import { SharedBudgets } from "../../../../src/infrastructure/shared/budgets/shared-budgets.js";
import { countedLimits, logTo } from "../../../interface/http/toy-server.js";

const hung = {
  status: "ready",
  defineCommand: () => undefined,
  rlflxIncr: () => new Promise(() => undefined),
  disconnect: () => undefined,
};

test("points of a bounded number of clients are sent at once", () => {
  const counters = countedLimits();
  const budgets = new SharedBudgets(hung as unknown as Redis, logTo([]), { counters });

  for (let client = 0; client <= OTHER_LIMITS.sharedClients.fallback; client += 1)
    budgets.use(`client-${client}`, 5);
  budgets.use("client-0", 5);
  budgets.close();

  expect(counters.reachedLimits).toEqual([["sharedClients", "client-2000"]]);
});

test("points are counted at once while Redis does not answer", async () => {
  const budgets = new SharedBudgets(hung as unknown as Redis, logTo([]));

  budgets.use("a", 5);
  await new Promise((sent) => setTimeout(sent, 150));

  expect(budgets.use("a", 5).points).toBe(10);
  budgets.close();
});
