import { DomainError } from "../shared/domain-error.js";

export class InvalidSlug extends DomainError {
  readonly code = "INVALID_SLUG";

  constructor(readonly slug: string) {
    super(
      `"${slug}" is not a valid slug. Use letters and digits of any script with hyphens between them, at most 200 characters; no spaces and no signs that an address gives a meaning.`,
      ["slug"],
    );
  }
}

export class SlugTaken extends DomainError {
  readonly code = "SLUG_TAKEN";

  constructor(readonly taken: string) {
    super(`The slug "${taken}" is already in use. Choose another one.`, ["slug"]);
  }
}

export class InvalidPublication extends DomainError {
  readonly code = "INVALID_PUBLICATION";

  constructor(
    message = "The end of the publication must be after its start.",
    end: "from" | "until" = "until",
  ) {
    super(message, ["publication", end]);
  }
}
