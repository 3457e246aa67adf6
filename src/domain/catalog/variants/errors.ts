import { DomainError } from "../../shared/domain-error.js";

export class VariantNotFound extends DomainError {
  readonly code = "VARIANT_NOT_FOUND";

  constructor(
    readonly missing: string,
    path: readonly string[] = ["id"],
  ) {
    super(`There is no variant ${missing}.`, path);
  }
}

/** A variant cannot be removed while units of it are promised to buyers. */
export class VariantInUse extends DomainError {
  readonly code = "VARIANT_IN_USE";

  constructor(
    readonly variantId: string,
    readonly uses: number,
    path: readonly string[],
  ) {
    super(
      `${variantId} cannot be removed: ${uses} units are promised to buyers. Remove it after they are sent or released.`,
      path,
    );
  }
}

export class SkuTaken extends DomainError {
  readonly code = "SKU_TAKEN";

  constructor(
    readonly taken: string,
    path: readonly string[] = [],
  ) {
    super(`Another variant already has the SKU "${taken}". Each SKU can be used once.`, path);
  }
}

export class InvalidVariant extends DomainError {
  readonly code = "INVALID_VARIANT";
}
