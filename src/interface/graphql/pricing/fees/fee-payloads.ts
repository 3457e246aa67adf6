import type { FeeEdited } from "../../../../application/pricing/fees/lock-fee.js";
import { payloadsOf } from "../../mutation/payloads-of.js";
import { FeeType } from "./fee-type.js";
import { loadFee } from "./load-fee.js";

export const feePayloads = payloadsOf({
  field: "fee",
  thing: "fee",
  type: () => FeeType,
  load: (context, { feeId }: FeeEdited) => loadFee(context, feeId),
});
