import type { OutsideWork } from "../../shared/outside-work.js";
import type { SettleStores } from "./settle-order.js";
import { settlePayment, type SettleNeeds } from "./settle-payment.js";
import type { UnitOfWork } from "../../shared/unit-of-work.js";

const EVERY_MS = 5_000;
const PORTION = 20;
/** How many calls are under way at once. */
const PARALLEL = 4;

type Needs = SettleNeeds & { readonly unitOfWork: UnitOfWork<SettleStores> };

/**
 * Settles payments and refunds whose outcome is not known, or that wait for a call, from the truth of
 * their gateways.
 */
export const settleDuePayments = (needs: Needs): OutsideWork => ({
  kind: "payments.reconcile",
  everyMs: EVERY_MS,
  run: async (now, signal) => {
    const claimed = await needs.unitOfWork.run(({ payments }) => payments.claimDue(now, PORTION));
    const queue = [...claimed];
    const worker = async (): Promise<void> => {
      for (let id = queue.shift(); id && !signal.aborted; id = queue.shift())
        await settlePayment(id, needs, { signal, looksUp: true }).catch((error: unknown) =>
          needs.log.error("A payment could not be settled. It is tried again.", { error }),
        );
    };
    await Promise.all(Array.from({ length: PARALLEL }, worker));
    return claimed.length === PORTION && !signal.aborted ? "more" : "done";
  },
});
