import { DomainError } from "../shared/domain-error.js";
import type { VariantId } from "../catalog/ids.js";

export class StockItemNotFound extends DomainError {
  readonly code = "STOCK_ITEM_NOT_FOUND";

  constructor(readonly missing: VariantId) {
    super(`The stock of ${missing} is not counted. Set its quantity first.`);
  }
}

export class InsufficientStock extends DomainError {
  readonly code = "INSUFFICIENT_STOCK";

  constructor(
    readonly variantId: VariantId,
    readonly requested: number,
    readonly available: number,
  ) {
    super(`Only ${Math.max(available, 0)} of ${variantId} are available, not ${requested}.`);
  }
}

/** Units are reserved for buyers, so the stock must stay counted. */
export class StockPromised extends DomainError {
  readonly code = "STOCK_PROMISED";

  constructor(
    readonly variantId: VariantId,
    readonly uses: number,
  ) {
    super(
      `${uses} units of ${variantId} are reserved for buyers. Its stock must stay counted until they are sent or released.`,
    );
  }
}

export class InvalidQuantity extends DomainError {
  readonly code = "INVALID_QUANTITY";

  constructor(readonly quantity: number) {
    super(`${quantity} is not a valid quantity. Use a whole number of units.`);
  }
}

export class LocationNotFound extends DomainError {
  readonly code = "LOCATION_NOT_FOUND";

  constructor(
    readonly missing: string,
    path: readonly string[],
  ) {
    super(`There is no location ${missing.slice(0, 80)}.`, path);
  }
}
