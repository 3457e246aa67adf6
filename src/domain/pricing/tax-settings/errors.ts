import { DomainError } from "../../shared/domain-error.js";

export class TaxCategoryNotFound extends DomainError {
  readonly code = "TAX_CATEGORY_NOT_FOUND";

  constructor(
    readonly missing: string,
    path: readonly string[] = ["id"],
  ) {
    super(`There is no tax category ${missing}.`, path);
  }
}

export class TaxZoneNotFound extends DomainError {
  readonly code = "TAX_ZONE_NOT_FOUND";

  constructor(
    readonly missing: string,
    path: readonly string[] = ["id"],
  ) {
    super(`There is no tax zone ${missing}.`, path);
  }
}

export class TaxRateNotFound extends DomainError {
  readonly code = "TAX_RATE_NOT_FOUND";

  constructor(readonly missing: string) {
    super(`There is no tax rate ${missing}.`, ["id"]);
  }
}

export class TaxCategoryKeyTaken extends DomainError {
  readonly code = "TAX_CATEGORY_KEY_TAKEN";

  constructor(readonly taken: string) {
    super(`Another tax category already has the key "${taken}". Choose another one.`, ["key"]);
  }
}

export class TaxZoneKeyTaken extends DomainError {
  readonly code = "TAX_ZONE_KEY_TAKEN";

  constructor(readonly taken: string) {
    super(`Another tax zone already has the key "${taken}". Choose another one.`, ["key"]);
  }
}

export class TaxCategoryInUse extends DomainError {
  readonly code = "TAX_CATEGORY_IN_USE";

  constructor(
    readonly key: string,
    readonly uses: number,
  ) {
    super(`The tax category "${key}" has ${rates(uses)}. Delete them first.`, ["id"]);
  }
}

export class TaxZoneInUse extends DomainError {
  readonly code = "TAX_ZONE_IN_USE";

  constructor(
    readonly key: string,
    readonly uses: number,
  ) {
    super(`The tax zone "${key}" has ${rates(uses)}. Delete them first.`, ["id"]);
  }
}

const rates = (count: number): string => (count === 1 ? "1 rate" : `${count} rates`);
