import { DomainError } from "../../shared/domain-error.js";

export class ProductNotFound extends DomainError {
  readonly code = "PRODUCT_NOT_FOUND";

  constructor(readonly missing: string) {
    super(`There is no product ${missing}.`, ["id"]);
  }
}

/** An archived product cannot be published. */
export class ProductArchived extends DomainError {
  readonly code = "PRODUCT_ARCHIVED";

  constructor(readonly product: string) {
    super(`${product} is archived. Unarchive it first.`, ["id"]);
  }
}

/** A product cannot be deleted while units of it are promised to buyers. */
export class ProductInUse extends DomainError {
  readonly code = "PRODUCT_IN_USE";

  constructor(
    readonly product: string,
    readonly uses: number,
  ) {
    super(
      `${product} cannot be deleted: ${uses} units are promised to buyers. Archive it, or delete it after they are sent or released.`,
      ["id"],
    );
  }
}
