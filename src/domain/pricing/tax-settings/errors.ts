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

/** Things of one kind that name a tax category. */
export interface TaxCategoryUses {
  /** In the plural: fees, delivery options, variants. */
  readonly what: string;
  readonly count: number;
  /** The keys, SKUs or ids of the first ones. */
  readonly names: readonly string[];
}

export class TaxCategoryInUse extends DomainError {
  readonly code = "TAX_CATEGORY_IN_USE";
  /** How many rates and other things there are. */
  readonly uses: number;

  constructor(
    readonly key: string,
    rateCount: number,
    others: readonly TaxCategoryUses[],
  ) {
    super(
      `The tax category "${key}" is used by ${[
        ...(rateCount > 0 ? [rates(rateCount)] : []),
        ...others.map(inWords),
      ].join(" and ")}. Delete them, or give them another category, first.`,
      ["id"],
    );
    this.uses = others.reduce((sum, { count }) => sum + count, rateCount);
  }
}

const inWords = ({ what, count, names }: TaxCategoryUses): string =>
  `the ${what} ${names.join(", ")}${count > names.length ? ` and ${count - names.length} more` : ""}`;

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
