import type { Log } from "../../../application/shared/log.js";
import type { PointBudgets } from "../../../application/shared/point-budgets.js";
import type { SharingConfig } from "../config/sharing-config.js";
import { MemoryBudgets } from "./memory-budgets.js";

/** The used points of clients: in Redis when there is one, otherwise in this process. */
export const openBudgets = async (
  redis: SharingConfig | null,
  log: Log,
  windowMs?: number,
): Promise<PointBudgets> => {
  if (redis === null) return new MemoryBudgets(windowMs);
  // Loaded only where they are used: a start is sooner without them.
  const [{ redisConnected }, { SharedBudgets }] = await Promise.all([
    import("./redis-connected.js"),
    import("./shared-budgets.js"),
  ]);
  return new SharedBudgets(redisConnected(redis), log, windowMs);
};
