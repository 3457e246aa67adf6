import { DomainError } from "../shared/domain-error.js";
import type { BlockedReason } from "./order-states.js";

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
