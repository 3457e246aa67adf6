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

export class VariantNotFound extends DomainError {
  readonly code = "VARIANT_NOT_FOUND";

  constructor(
    readonly missing: string,
    path: readonly string[] = ["id"],
  ) {
    super(`The product has no variant ${missing}.`, path);
  }
}

export class MediaNotFound extends DomainError {
  readonly code = "MEDIA_NOT_FOUND";

  constructor(
    readonly missing: string,
    path: readonly string[] = ["id"],
  ) {
    super(`The product has no image ${missing}.`, path);
  }
}

export class OptionNotFound extends DomainError {
  readonly code = "OPTION_NOT_FOUND";

  constructor(
    readonly missing: string,
    offered: readonly string[],
    path: readonly string[] = ["name"],
  ) {
    super(`The product has no option "${missing}", only: ${offered.join(", ")}.`, path);
  }
}

export class OptionValueNotFound extends DomainError {
  readonly code = "OPTION_VALUE_NOT_FOUND";

  constructor(
    readonly missing: string,
    option: string,
    path: readonly string[],
    /** An offered value that reads the same but for case and accents. */
    alike?: string,
  ) {
    super(
      `The option "${option}" does not offer "${missing}"${alike === undefined ? "" : `, but "${alike}"`}: ${alike === undefined ? "add it" : "write it like that, or add it"} to the option first.`,
      path,
    );
  }
}

export class OptionValueInUse extends DomainError {
  readonly code = "OPTION_VALUE_IN_USE";

  constructor(
    readonly value: string,
    readonly uses: number,
    path: readonly string[],
  ) {
    super(
      `${uses} of the product's variants are "${value}": give them another value, or remove them first.`,
      path,
    );
  }
}

/** A variant of which units are promised to buyers. */
export class VariantInUse extends DomainError {
  readonly code = "VARIANT_IN_USE";

  constructor(
    readonly variantId: string,
    readonly uses: number,
    path: readonly string[],
  ) {
    super(
      `${uses} units of ${variantId} are promised to buyers: it stays, and so does its stock, until they are sent or released.`,
      path,
    );
  }
}

/** One list names the same thing twice, and could mean either. */
export class GivenTwice extends DomainError {
  readonly code = "GIVEN_TWICE";

  constructor(
    readonly repeated: string,
    path: readonly string[],
  ) {
    super(`"${repeated}" is given twice: name it once.`, path);
  }
}

export class ProductNotInCollection extends DomainError {
  readonly code = "PRODUCT_NOT_IN_COLLECTION";

  constructor(
    readonly missing: string,
    path: readonly string[] = [],
  ) {
    super(`The product ${missing} does not stand in the collection.`, path);
  }
}

/** A condition of an automated collection that no product could be compared with. */
export class InvalidCollectionRule extends DomainError {
  readonly code = "INVALID_COLLECTION_RULE";
}

/** An operator that says nothing about a field: no text is greater than another. */
export class RuleOperatorMisfit extends DomainError {
  readonly code = "RULE_OPERATOR_MISFIT";

  constructor(
    readonly field: string,
    readonly operator: string,
    readonly allowed: readonly string[],
  ) {
    super(`${operator} does not fit ${field}: use ${allowed.join(", ")}.`, ["operator"]);
  }
}

/** Rules decide what stands in an automated collection. */
export class CollectionAutomated extends DomainError {
  readonly code = "COLLECTION_AUTOMATED";

  constructor(
    readonly collection: string,
    advice: string,
  ) {
    super(`${collection} is filled by its rules: ${advice}.`, ["id"]);
  }
}

/** A collection cannot stand below itself. */
export class CollectionCycle extends DomainError {
  readonly code = "COLLECTION_CYCLE";

  constructor(
    readonly collection: string,
    path: readonly string[] = ["parentId"],
  ) {
    super(`${collection} would stand below itself: choose another parent.`, path);
  }
}

export class CollectionTooDeep extends DomainError {
  readonly code = "COLLECTION_TOO_DEEP";

  constructor(
    readonly levels: number,
    readonly limit: number,
    path: readonly string[] = ["parentId"],
  ) {
    super(`Collections would stand ${levels} levels deep, and ${limit} are allowed.`, path);
  }
}

export class InvalidSlug extends DomainError {
  readonly code = "INVALID_SLUG";

  constructor(readonly slug: string) {
    super(
      `"${slug}" is not a slug: use lower-case letters and digits of any script, with single hyphens between them, at most 200 characters.`,
      ["slug"],
    );
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
    super(
      `The SKU "${taken}" belongs to another variant already: every SKU may be used once.`,
      path,
    );
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
    super(
      `Two variants have the same options (${optionValues.join(" / ")}): each combination may stand once.`,
      path,
    );
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

  constructor(message = "A publication ends after it starts.", end: "from" | "until" = "until") {
    super(message, ["publication", end]);
  }
}

export class MetafieldDefinitionNotFound extends DomainError {
  readonly code = "METAFIELD_DEFINITION_NOT_FOUND";

  constructor(readonly missing: string) {
    super(`There is no definition ${missing} of a custom field.`, ["id"]);
  }
}

export class MetafieldUndeclared extends DomainError {
  readonly code = "METAFIELD_UNDECLARED";

  constructor(
    readonly missing: string,
    path: readonly string[] = [],
  ) {
    super(`The custom field ${missing} is not declared: create its definition first.`, path);
  }
}

export class MetafieldNameTaken extends DomainError {
  readonly code = "METAFIELD_NAME_TAKEN";

  constructor(readonly taken: string) {
    super(`The custom field ${taken} is declared already: choose another namespace or key.`, [
      "key",
    ]);
  }
}

export class MetafieldDefinitionInUse extends DomainError {
  readonly code = "METAFIELD_DEFINITION_IN_USE";

  constructor(
    field: { readonly namespace: string; readonly key: string },
    readonly uses: number,
  ) {
    super(
      `${uses} ${uses === 1 ? "product carries" : "products carry"} the custom field ${field.namespace}.${field.key}: remove it from them first.`,
      ["id"],
    );
  }
}

/** What is out of sight for good cannot be shown as it stands. */
export class ProductArchived extends DomainError {
  readonly code = "PRODUCT_ARCHIVED";

  constructor(readonly product: string) {
    super(`${product} is archived: take it out of the archive first.`, ["id"]);
  }
}

/** A product cannot go while buyers have been promised units of it. */
export class ProductInUse extends DomainError {
  readonly code = "PRODUCT_IN_USE";

  constructor(
    readonly product: string,
    readonly uses: number,
  ) {
    super(
      `${product} stays while buyers have been promised units of it (${uses}): archive it, or delete it when they are delivered or released.`,
      ["id"],
    );
  }
}
