import { DomainError } from "../../shared/domain-error.js";

export class OptionNotFound extends DomainError {
  readonly code = "OPTION_NOT_FOUND";

  constructor(
    readonly missing: string,
    existing: readonly string[],
    path: readonly string[] = ["name"],
  ) {
    super(`The product has no option "${missing}". Its options are: ${existing.join(", ")}.`, path);
  }
}

export class OptionValueNotFound extends DomainError {
  readonly code = "OPTION_VALUE_NOT_FOUND";

  /** @param similar an existing value that differs only in case or accents */
  constructor(
    readonly missing: string,
    option: string,
    path: readonly string[],
    similar?: string,
  ) {
    super(
      similar === undefined
        ? `The option "${option}" has no value "${missing}". Add it to the option first.`
        : `The option "${option}" has no value "${missing}", but "${similar}". Use that one, or add a new value to the option first.`,
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
      `${uses} ${uses === 1 ? "variant has" : "variants have"} the value "${value}". Change or remove them first.`,
      path,
    );
  }
}

/** A swatch is neither a colour nor an image, or both. */
export class InvalidSwatch extends DomainError {
  readonly code = "INVALID_SWATCH";

  static noColor(raw: string): InvalidSwatch {
    return new InvalidSwatch(
      `"${raw}" is not a colour. Write it as # with six hexadecimal digits, such as #1e90ff.`,
      ["color"],
    );
  }

  static nothing(): InvalidSwatch {
    return new InvalidSwatch("A swatch needs a colour or an image of the product.", []);
  }

  /** @param path of the image */
  static both(path: readonly string[]): InvalidSwatch {
    return new InvalidSwatch("A swatch is either a colour or an image, not both.", path);
  }
}

export class InvalidOptions extends DomainError {
  readonly code = "INVALID_OPTIONS";
}

/** Two variants of a product have the same combination of option values. */
export class DuplicateVariant extends DomainError {
  readonly code = "DUPLICATE_VARIANT";

  constructor(
    readonly optionValues: readonly string[],
    path: readonly string[] = [],
  ) {
    super(
      `Two variants have the same options (${optionValues.join(" / ")}). Each combination can exist only once.`,
      path,
    );
  }
}
