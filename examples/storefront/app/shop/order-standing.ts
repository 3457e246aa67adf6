import type { OrderSheetFragment } from "../gql/graphql";

/** What an order asks of its buyer. */
export type Standing =
  "CONFIRMED" | "COMPLETED" | "CANCELLED" | "EXPIRED" | "FAILED" | "ACTION" | "PENDING" | "OFFLINE";

export const standingOf = ({
  state,
  paymentStatus,
  nextAction,
  payments,
}: OrderSheetFragment): Standing => {
  if (state !== "AWAITING_PAYMENT") return state;
  if (nextAction?.url != null) return "ACTION";
  if (paymentStatus === "FAILED") return "FAILED";
  return payments.some((payment) => payment.state === "PENDING") ? "PENDING" : "OFFLINE";
};
