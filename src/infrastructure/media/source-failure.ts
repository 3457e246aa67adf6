import type { SourceProblem } from "../../application/media/ports/media-sources.js";

/** The reason why an external image could not be fetched. */
export class SourceFailure extends Error {
  constructor(
    readonly problem: SourceProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options);
    this.name = "SourceFailure";
  }
}

// Another attempt would fail in the same way.
const FINAL: ReadonlySet<SourceProblem> = new Set([
  "ADDRESS_REFUSED",
  "REDIRECTED",
  "UPLOAD_TOO_LARGE",
  "IMAGE_FORMAT_REFUSED",
  "IMAGE_TOO_LARGE",
  "IMAGE_UNREADABLE",
]);

export const isFinalProblem = (problem: SourceProblem): boolean => FINAL.has(problem);
