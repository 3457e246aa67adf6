import { DomainError } from "../shared/domain-error.js";
import type { VariantId } from "../catalog/ids.js";

export class StockItemNotFound extends DomainError {
  readonly code = "STOCK_ITEM_NOT_FOUND";

  constructor(readonly missing: VariantId) {
    super(`No stock is kept for ${missing}: count it first.`);
  }
}

export class InsufficientStock extends DomainError {
  readonly code = "INSUFFICIENT_STOCK";

  constructor(
    readonly variantId: VariantId,
    readonly requested: number,
    readonly available: number,
  ) {
    super(`Only ${Math.max(available, 0)} of ${variantId} can be reserved, not ${requested}.`);
  }
}

/** Units are promised to buyers, so their number has to be kept. */
export class StockPromised extends DomainError {
  readonly code = "STOCK_PROMISED";

  constructor(
    readonly variantId: VariantId,
    readonly uses: number,
  ) {
    super(`${uses} units of ${variantId} are promised to buyers, so its quantity has to be kept.`);
  }
}

export class InvalidQuantity extends DomainError {
  readonly code = "INVALID_QUANTITY";

  constructor(readonly quantity: number) {
    super(`A quantity is a whole number of units, not ${quantity}.`);
  }
}
