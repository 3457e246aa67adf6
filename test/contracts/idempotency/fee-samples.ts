import { NONE } from "./sample-ids.js";
import type { PreparedIds, Samples } from "./sample.js";

const FEE =
  "fee { id key name kind per amounts { currency amount { amount } below { amount } } position version }";

/** Samples of the mutations of fees. */
export const feeSamples = ({ fees: { small, wrap } }: PreparedIds): Samples => ({
  feeCreate: {
    input: {
      fee: { key: "bottle", kind: "DEPOSIT", amounts: [{ currency: "EUR", amount: "0.25" }] },
    },
    other: {
      fee: { key: "box", kind: "GIFT_WRAP", amounts: [{ currency: "EUR", amount: "3.00" }] },
    },
    refused: {
      fee: {
        key: "tiny",
        kind: "SMALL_ORDER",
        amounts: [{ currency: "EUR", amount: "1.00", below: "5.00" }],
      },
    },
    selection: FEE,
  },
  feeUpdate: {
    input: { id: wrap, changes: { name: "Gift wrap", taxCategory: "standard" } },
    other: { id: small, changes: { position: 9 } },
    refused: { id: wrap, changes: { taxCategory: "none" } },
    selection: FEE,
  },
  feeDelete: {
    input: { id: wrap },
    other: { id: small },
    refused: { id: NONE },
    selection: "deletedFeeId",
  },
});
