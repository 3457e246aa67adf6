import { DomainError } from "../../shared/domain-error.js";

export class InvalidMetafield extends DomainError {
  readonly code = "INVALID_METAFIELD";
}

export class MetafieldDefinitionNotFound extends DomainError {
  readonly code = "METAFIELD_DEFINITION_NOT_FOUND";

  constructor(readonly missing: string) {
    super(`There is no metafield definition ${missing}.`, ["id"]);
  }
}

export class MetafieldUndeclared extends DomainError {
  readonly code = "METAFIELD_UNDECLARED";

  constructor(
    readonly missing: string,
    path: readonly string[] = [],
  ) {
    super(`The custom field ${missing} has no definition. Create one first.`, path);
  }
}

export class MetafieldNameTaken extends DomainError {
  readonly code = "METAFIELD_NAME_TAKEN";

  constructor(readonly taken: string) {
    super(`The custom field ${taken} already has a definition. Choose another namespace or key.`, [
      "key",
    ]);
  }
}

export class MetafieldDefinitionInUse extends DomainError {
  readonly code = "METAFIELD_DEFINITION_IN_USE";

  constructor(
    field: { readonly namespace: string; readonly key: string },
    readonly uses: number,
    path: readonly string[] = ["id"],
  ) {
    super(
      `${uses} ${uses === 1 ? "value" : "values"} of the custom field ${field.namespace}.${field.key} exist. Remove them first.`,
      path,
    );
  }
}
