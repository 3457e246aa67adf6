import { DomainError } from "../../../domain/shared/domain-error.js";
import type { ImportIssue } from "./product-record.js";

/** The file as a whole cannot be read reliably, so none of its products is imported. */
export class UnusableFile extends DomainError {
  readonly code = "UNUSABLE_FILE";

  constructor(
    readonly file: string,
    readonly issues: readonly ImportIssue[],
  ) {
    super(issues.map(({ reason }) => reason).join(" "));
  }
}
