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

/** A location closed, and holds no stock. */
export class LocationClosed extends DomainError {
  readonly code = "LOCATION_CLOSED";

  constructor(
    readonly location: string,
    path: readonly string[],
  ) {
    super(`The location "${location}" is closed. Open it again, or choose another one.`, path);
  }
}

/** A location that holds units, or the one that every shop has, cannot be closed. */
export class LocationInUse extends DomainError {
  readonly code = "LOCATION_IN_USE";

  constructor(
    readonly location: string,
    readonly uses: number,
  ) {
    super(
      uses > 0
        ? `The location "${location}" holds stock of ${uses} variants. Transfer it, or count it as 0.`
        : `The location "${location}" is the one that every shop has. It cannot be closed.`,
      ["id"],
    );
  }
}

export class LocationKeyTaken extends DomainError {
  readonly code = "LOCATION_KEY_TAKEN";

  constructor(readonly taken: string) {
    super(`Another location already has the key "${taken}". Choose another one.`, ["key"]);
  }
}

/** A part of a location has the wrong form, or is out of range. */
export class InvalidLocation extends DomainError {
  readonly code = "INVALID_LOCATION";
}

/** Units would be transferred to the location where they are. */
export class InvalidTransfer extends DomainError {
  readonly code = "INVALID_TRANSFER";

  constructor(path: readonly string[]) {
    super("The units are at this location already. Choose another one.", path);
  }
}
