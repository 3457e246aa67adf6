import { TooManyOfAKind } from "../../../domain/pricing/errors.js";
import {
  type FeeContent,
  type FeeKind,
  LAST_FEE_POSITION,
} from "../../../domain/pricing/fees/fee-content.js";
import { Fee, type FeeSnapshot } from "../../../domain/pricing/fees/fee.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { lockDefaultMarket } from "../markets/lock-market.js";
import { mayWritePricing } from "../ports/permissions.js";
import { type FeePatch, patchedFee } from "./fee-patch.js";
import type { FeeEdited, FeeWriteStores } from "./lock-fee.js";

/** Every quote reads all of them. */
export const MAX_FEES = 100;

interface FeeCreate {
  readonly fee: FeePatch & { readonly key: string; readonly kind: FeeKind };
}

/** Creates a fee, behind the others when it has no position. */
export const feeCreate = change(
  mayWritePricing,
  (
    { fee: input }: FeeCreate,
    { stores, now }: Work<FeeWriteStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<FeeEdited> =>
    withPathAsync(
      (path) => ["fee", ...path],
      async () => {
        await lockDefaultMarket(stores);
        const all = await stores.fees.all();
        const content = await patchedFee(stores, input, emptyFee(input, all));
        const fee = Fee.create(ids.next("fee"), content, all, now);
        if (all.length >= MAX_FEES) throw new TooManyOfAKind("fees", all.length + 1, MAX_FEES);
        await stores.fees.save(fee);
        return { feeId: fee.id, warnings: [] };
      },
    ),
);

/** A fee as it is where the input says nothing. */
const emptyFee = ({ key, kind }: FeeCreate["fee"], all: readonly FeeSnapshot[]): FeeContent => ({
  key,
  name: key,
  kind,
  per: "ORDER",
  amounts: [],
  taxCategory: null,
  position: Math.min((all.at(-1)?.position ?? -1) + 1, LAST_FEE_POSITION),
  isActive: true,
});
