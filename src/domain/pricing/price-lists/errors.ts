import { DomainError } from "../../shared/domain-error.js";

/** A price list has two prices of a variant for the same quantity. */
export class RepeatedQuantityBreak extends DomainError {
  readonly code = "QUANTITY_BREAK_TWICE";

  constructor(
    readonly priceList: string,
    /** The minimum quantity that both have. */
    readonly minimumQuantity: number,
    path: readonly string[],
  ) {
    super(
      `The price list ${priceList} already has a price from ${minimumQuantity} units on.`,
      path,
    );
  }
}
