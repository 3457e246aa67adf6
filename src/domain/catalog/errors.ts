import { DomainError } from "../shared/domain-error.js";

export class ProductNotFound extends DomainError {
  readonly code = "PRODUCT_NOT_FOUND";

  constructor(readonly missing: string) {
    super(`There is no product ${missing}.`, ["id"]);
  }
}

export class CollectionNotFound extends DomainError {
  readonly code = "COLLECTION_NOT_FOUND";

  constructor(readonly missing: string) {
    super(`There is no collection ${missing}.`, ["id"]);
  }
}

export class InvalidSlug extends DomainError {
  readonly code = "INVALID_SLUG";

  constructor(readonly slug: string) {
    super(`"${slug}" is not a slug: use lower-case letters and digits of any script, with single hyphens between them, at most 200 characters.`, ["slug"]);
  }
}

export class SlugTaken extends DomainError {
  readonly code = "SLUG_TAKEN";

  constructor(readonly taken: string) {
    super(`The slug "${taken}" belongs to something else already: choose another one.`, ["slug"]);
  }
}

export class SkuTaken extends DomainError {
  readonly code = "SKU_TAKEN";

  constructor(
    readonly taken: string,
    path: readonly string[] = [],
  ) {
    super(`The SKU "${taken}" belongs to another variant already: every SKU may be used once.`, path);
  }
}

export class InvalidOptions extends DomainError {
  readonly code = "INVALID_OPTIONS";
}

/** Two variants of a product stand for the same combination of option values. */
export class DuplicateVariant extends DomainError {
  readonly code = "DUPLICATE_VARIANT";

  constructor(
    readonly optionValues: readonly string[],
    path: readonly string[] = [],
  ) {
    super(`Two variants have the same options (${optionValues.join(" / ")}): each combination may stand once.`, path);
  }
}

export class InvalidMetafield extends DomainError {
  readonly code = "INVALID_METAFIELD";
}

export class TooMany extends DomainError {
  readonly code = "TOO_MANY";

  constructor(
    readonly what: string,
    readonly count: number,
    readonly limit: number,
  ) {
    super(`${count} ${what} are more than the ${limit} that are allowed.`);
  }
}

export class InvalidMedia extends DomainError {
  readonly code = "INVALID_MEDIA";
}

export class InvalidVariant extends DomainError {
  readonly code = "INVALID_VARIANT";
}

export class InvalidPublication extends DomainError {
  readonly code = "INVALID_PUBLICATION";

  constructor() {
    super("A publication ends after it starts.", ["publication", "until"]);
  }
}
