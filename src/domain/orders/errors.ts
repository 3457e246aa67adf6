import { DomainError } from "../shared/domain-error.js";
import type { BlockedReason, OrderState } from "./order-states.js";

export class OrderNotFound extends DomainError {
  readonly code = "ORDER_NOT_FOUND";

  constructor(
    readonly missing: string,
    path: readonly string[] = ["id"],
  ) {
    super(`There is no order ${missing.slice(0, 80)}.`, path);
  }
}

const WHY: Readonly<Record<BlockedReason, string>> = {
  ALREADY_CONFIRMED: "it is confirmed already",
  ALREADY_CANCELLED: "it is cancelled already",
  EXPIRED: "it was not paid in time and has expired",
  PAYMENT_OPEN: "a payment of it is under way",
};

export class OrderNotCancellable extends DomainError {
  readonly code = "ORDER_NOT_CANCELLABLE";

  constructor(
    readonly order: string,
    readonly reason: BlockedReason,
  ) {
    super(`The order ${order} cannot be cancelled: ${WHY[reason]}.`, ["id"]);
  }
}

/** The total of an order that is paid, or that has ended, does not change. */
export class OrderNotRevisable extends DomainError {
  readonly code = "ORDER_NOT_REVISABLE";

  constructor(
    readonly order: string,
    readonly state: OrderState,
  ) {
    super(`The total of the order ${order} cannot change any more: it is ${state}.`, ["id"]);
  }
}
