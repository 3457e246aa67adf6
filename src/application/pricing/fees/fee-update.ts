import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { nothingChanged } from "../../shared/warning.js";
import { mayWritePricing } from "../ports/permissions.js";
import { type FeePatch, patchedFee } from "./fee-patch.js";
import { type FeeEdited, type FeeWriteStores, lockFee } from "./lock-fee.js";

interface FeeUpdate extends Target {
  readonly changes: FeePatch;
}

/** Changes a fee. Its kind cannot be changed. */
export const feeUpdate = change(
  mayWritePricing,
  async (
    { changes, ...target }: FeeUpdate,
    { stores, now }: Work<FeeWriteStores>,
  ): Promise<FeeEdited> => {
    const fee = await lockFee(stores, target);
    const hasChanged = await withPathAsync(
      (path) => ["changes", ...path],
      async () => {
        const all = await stores.fees.all();
        const changed = fee.revise(await patchedFee(stores, changes, fee.snapshot()), all, now);
        await stores.fees.save(fee);
        return changed;
      },
    );
    return { feeId: fee.id, warnings: hasChanged ? [] : [nothingChanged()] };
  },
);
