import type { FeeId } from "../../../domain/pricing/ids.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWritePricing } from "../ports/permissions.js";
import { type FeeWriteStores, lockFee } from "./lock-fee.js";

/** Deletes a fee. It is no longer charged. */
export const feeDelete = change(
  mayWritePricing,
  async (
    target: Target,
    { stores }: Work<FeeWriteStores>,
  ): Promise<{ readonly deletedFeeId: FeeId }> => {
    const fee = await lockFee(stores, target);
    fee.delete();
    await stores.fees.remove(fee);
    return { deletedFeeId: fee.id };
  },
);
