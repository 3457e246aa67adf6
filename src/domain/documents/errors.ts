import { DomainError } from "../shared/domain-error.js";

export class InvalidDocument extends DomainError {
  readonly code = "INVALID_DOCUMENT";

  /** @param reason what is wrong, as the end of a sentence */
  constructor(
    readonly document: string,
    readonly reason: string,
  ) {
    super(`The document ${document} cannot be published: ${reason}.`);
  }
}

export class DocumentIdTaken extends DomainError {
  readonly code = "DOCUMENT_ID_TAKEN";

  constructor(readonly taken: string) {
    super(
      `The id ${taken} belongs to another document. Give each document an id of its own, such as its hash.`,
    );
  }
}

export class TooManyDocuments extends DomainError {
  readonly code = "TOO_MANY_DOCUMENTS";

  constructor(
    readonly count: number,
    readonly maximum: number,
  ) {
    super(
      `There would be ${count} documents, but at most ${maximum} are kept. Retire those that no client uses any more.`,
    );
  }
}

/** A file that is not a manifest of documents. */
export class UnusableManifest extends DomainError {
  readonly code = "UNUSABLE_MANIFEST";

  /** @param reason why, as the end of a sentence */
  constructor(readonly reason: string) {
    super(`The file cannot be read as a manifest of documents: ${reason}.`);
  }
}
