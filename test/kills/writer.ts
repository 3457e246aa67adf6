import { StoreUnavailable } from "../../src/application/shared/unit-of-work.js";
import { StockItem } from "../../src/domain/inventory/stock-item.js";
import type { Store } from "../../src/infrastructure/data-source.js";
import { pause } from "../../src/infrastructure/shared/deadline.js";
import { systemClock } from "../../src/infrastructure/shared/system-clock.js";
import { TypeIds } from "../../src/infrastructure/shared/type-ids.js";
import { variantId } from "../builders/product-content.js";
import { GHOST, journal } from "./scene.js";

const SHELVES = 12;
const ids = new TypeIds(systemClock);

class GivenUp extends Error {}

/** Counts shelves and plans work for ever; every fifth time it gives up at the end. What was committed goes into the journal. */
export const write = async (store: Store): Promise<never> => {
  for (;;) {
    const shelf = variantId(1 + Math.floor(Math.random() * SHELVES));
    const [isGhost, work] = [Math.random() < 0.2, ids.next("work")];
    try {
      const version = await store.unitOfWork.run(async ({ stockItems, schedule }) => {
        const known = (await stockItems.byVariant([shelf])).get(shelf);
        const item = known ?? StockItem.stock(shelf, isGhost ? GHOST : 0);
        known?.count(isGhost ? GHOST : known.snapshot().version);
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
        if (isGhost) throw new GivenUp();
        return item.snapshot().version;
      });
      journal("committed", shelf, version, work);
    } catch (error) {
      // On MySQL two processes may make a shelf at the same time, of which one has lost.
      const isExpected =
        error instanceof GivenUp ||
        error instanceof StoreUnavailable ||
        (error instanceof Error && /StaleVersion|QueryFailedError/.test(error.name));
      if (!isExpected) throw error;
    }
    await pause(Math.random() * 20);
  }
};
