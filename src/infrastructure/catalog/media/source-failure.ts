import type { SourceProblem } from "../../../application/catalog/media/media-ports.js";

/** An image elsewhere could not be fetched, and why. */
export class SourceFailure extends Error {
  constructor(
    readonly problem: SourceProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options);
    this.name = "SourceFailure";
  }
}

/** What will be the same next time. */
const FINAL: ReadonlySet<SourceProblem> = new Set([
  "ADDRESS_REFUSED",
  "REDIRECTED",
  "UPLOAD_TOO_LARGE",
  "IMAGE_FORMAT_REFUSED",
  "IMAGE_TOO_LARGE",
  "IMAGE_UNREADABLE",
]);

export const isFinalProblem = (problem: SourceProblem): boolean => FINAL.has(problem);
