import {
  LOOKUP_WINDOW_MS,
  type OrderLookups,
} from "../../application/orders/ports/order-lookups.js";
import type { LimitName } from "../../application/shared/limits.js";
import { MemoryBudgets } from "../shared/budgets/memory-budgets.js";
import type { KeptLimits } from "../shared/storage/storage.js";

/** Counts the looked-up orders in the memory of this process. */
export const memoryOrderLookups = ({ limits, counters }: KeptLimits): OrderLookups => {
  const budgets = new MemoryBudgets(LOOKUP_WINDOW_MS, limits.countedClients, counters);
  return {
    use: (number, client) => {
      // Who is refused is not counted further, so that one client cannot use up what all have.
      const counted: readonly (readonly [LimitName, string, number])[] = [
        ["orderLookupsOfClient", `client ${client}`, limits.orderLookupsOfClient],
        ["orderLookups", "all", limits.orderLookups],
        ["orderLookupsOfNumber", `number ${number}`, limits.orderLookupsOfNumber],
      ];
      for (const [name, who, most] of counted) {
        const { points, resetMs } = budgets.use(who, 1);
        if (points <= most) continue;
        counters.reached(name, client);
        return resetMs;
      }
      return null;
    },
  };
};
