import { DomainError } from "../../shared/domain-error.js";

export class CollectionNotFound extends DomainError {
  readonly code = "COLLECTION_NOT_FOUND";

  constructor(readonly missing: string) {
    super(`There is no collection ${missing}.`, ["id"]);
  }
}

export class ProductNotInCollection extends DomainError {
  readonly code = "PRODUCT_NOT_IN_COLLECTION";

  constructor(
    readonly missing: string,
    path: readonly string[] = [],
  ) {
    super(`The product ${missing} is not in the collection.`, path);
  }
}

/** A condition of an automated collection is malformed. */
export class InvalidCollectionRule extends DomainError {
  readonly code = "INVALID_COLLECTION_RULE";
}

/** An operator makes no sense for a field: no title is greater than another. */
export class RuleOperatorMisfit extends DomainError {
  readonly code = "RULE_OPERATOR_MISFIT";

  constructor(
    readonly field: string,
    readonly operator: string,
    readonly allowed: readonly string[],
  ) {
    super(`${operator} cannot be used with ${field}. Use ${allowed.join(", ")}.`, ["operator"]);
  }
}

/** Rules decide which products are in an automated collection. */
export class CollectionAutomated extends DomainError {
  readonly code = "COLLECTION_AUTOMATED";

  constructor(
    readonly collection: string,
    advice: string,
  ) {
    super(`${collection} is filled by its rules: ${advice}.`, ["id"]);
  }
}

/** A collection cannot be its own parent, directly or through others. */
export class CollectionCycle extends DomainError {
  readonly code = "COLLECTION_CYCLE";

  constructor(
    readonly collection: string,
    path: readonly string[] = ["parentId"],
  ) {
    super(`${collection} cannot be moved into itself. Choose another parent.`, path);
  }
}

export class CollectionTooDeep extends DomainError {
  readonly code = "COLLECTION_TOO_DEEP";

  constructor(
    readonly levels: number,
    readonly limit: number,
    path: readonly string[] = ["parentId"],
  ) {
    super(
      `Collections would be nested ${levels} levels deep, but at most ${limit} are allowed. Choose another parent.`,
      path,
    );
  }
}
