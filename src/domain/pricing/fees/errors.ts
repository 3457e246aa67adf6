import { DomainError } from "../../shared/domain-error.js";

export class FeeNotFound extends DomainError {
  readonly code = "FEE_NOT_FOUND";

  constructor(
    readonly missing: string,
    path: readonly string[] = ["id"],
  ) {
    super(`There is no fee ${missing.slice(0, 80)}.`, path);
  }
}

export class FeeKeyTaken extends DomainError {
  readonly code = "FEE_KEY_TAKEN";

  constructor(readonly taken: string) {
    super(`Another fee already has the key "${taken}". Choose another one.`, ["key"]);
  }
}

/** A part of a fee is out of range, missing, or does not fit its kind. */
export class InvalidFee extends DomainError {
  readonly code = "INVALID_FEE";
}

/** Two fees would be charged on one small order. */
export class SmallOrderFeesOverlap extends DomainError {
  readonly code = "SMALL_ORDER_FEES_OVERLAP";

  constructor(
    readonly other: string,
    readonly currency: string,
    path: readonly string[],
  ) {
    super(
      `The fee "${other}" is charged on small orders in ${currency} already. Change that one, or make one of them inactive.`,
      path,
    );
  }
}

/** A fee has an amount in a currency that no market sells in. */
export class FeeInOtherCurrency extends DomainError {
  readonly code = "FEE_IN_OTHER_CURRENCY";

  constructor(
    readonly currency: string,
    readonly currencies: readonly string[],
    path: readonly string[],
  ) {
    super(`No market sells in ${currency}, only in ${currencies.join(", ")}.`, path);
  }
}

/** A fee that is asked for has no amount in the currency of the quote. */
export class FeeWithoutAmount extends DomainError {
  readonly code = "FEE_WITHOUT_AMOUNT";

  constructor(
    readonly fee: string,
    readonly currency: string,
    path: readonly string[],
  ) {
    super(`The fee "${fee}" has no amount in ${currency}. Enter one, or leave it out.`, path);
  }
}
