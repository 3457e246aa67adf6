import { StoreUnavailable } from "../../src/application/shared/unit-of-work.js";
import { StockItem } from "../../src/domain/inventory/stock-item.js";
import type { Store } from "../../src/infrastructure/store.js";
import { sleep } from "../../src/infrastructure/shared/sleep.js";
import { systemClock } from "../../src/infrastructure/shared/system-clock.js";
import { TypeIds } from "../../src/infrastructure/shared/type-ids.js";
import { variantId } from "../builders/product-content.js";
import { GHOST, journal } from "./scene.js";

const SHELVES = 12;
const ids = new TypeIds(systemClock);

class GhostWork extends Error {}

/**
 * Counts stock and schedules work for ever. Every fifth unit of work is rolled back. Commits are
 * written to the journal.
 */
export const write = async (store: Store): Promise<never> => {
  for (;;) {
    const shelf = variantId(1 + Math.floor(Math.random() * SHELVES));
    const [isGhost, work] = [Math.random() < 0.2, ids.next("work")];
    try {
      const version = await store.unitOfWork.run(async ({ stockItems, schedule }) => {
        const stored = (await stockItems.byVariant([shelf])).get(shelf);
        const item = stored ?? StockItem.stock(shelf, isGhost ? GHOST : 0);
        stored?.count(isGhost ? GHOST : stored.snapshot().version);
        await stockItems.save([item]);
        await schedule.plan([
          {
            id: work,
            kind: "kills.ring",
            subject: isGhost ? "ghost" : shelf,
            dueAt: systemClock.now(),
            facts: {},
          },
        ]);
        if (isGhost) throw new GhostWork();
        return item.snapshot().version;
      });
      journal("committed", shelf, version, work);
    } catch (error) {
      // On MySQL two processes may create the same stock item at the same time; one of them fails.
      const isExpected =
        error instanceof GhostWork ||
        error instanceof StoreUnavailable ||
        (error instanceof Error && /StaleVersion|QueryFailedError/.test(error.name));
      if (!isExpected) throw error;
    }
    await sleep(Math.random() * 20);
  }
};
