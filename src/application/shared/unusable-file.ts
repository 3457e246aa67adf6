import { DomainError } from "../../domain/shared/domain-error.js";
import type { ImportIssue } from "./file-format.js";

/** The file as a whole cannot be read reliably, so nothing of it is imported. */
export class UnusableFile extends DomainError {
  readonly code = "UNUSABLE_FILE";

  constructor(
    readonly file: string,
    readonly issues: readonly ImportIssue[],
  ) {
    super(issues.map(({ reason }) => reason).join(" "));
  }
}
