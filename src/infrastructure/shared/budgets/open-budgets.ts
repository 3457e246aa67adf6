import type { Log } from "../../../application/shared/log.js";
import type { PointBudgets } from "../../../application/shared/point-budgets.js";
import type { SharingConfig } from "../config/sharing-config.js";
import type { BudgetOptions } from "./shared-budgets.js";
import { MemoryBudgets } from "./memory-budgets.js";

/** The used points of clients: in Redis when there is one, otherwise in this process. */
export const openBudgets = async (
  redis: SharingConfig | null,
  log: Log,
  options: BudgetOptions = {},
): Promise<PointBudgets> => {
  if (redis === null) return new MemoryBudgets(options.windowMs, options.clients, options.counters);
  // Loaded only where they are used: a start is sooner without them.
  const [{ redisConnected }, { SharedBudgets }] = await Promise.all([
    import("./redis-connected.js"),
    import("./shared-budgets.js"),
  ]);
  return new SharedBudgets(redisConnected(redis), log, options);
};
