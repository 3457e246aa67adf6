import {
  SOURCE_PROBLEMS,
  type SourceProblem,
  type SourceStatus,
} from "../../application/media/ports/media-sources.js";

export const storedStatus = (status: SourceStatus): string =>
  status === "FAILED" ? "PARKED" : status;

export const sourceStatus = (stored: string): SourceStatus =>
  stored === "PARKED" ? "FAILED" : (stored as SourceStatus);

export const problemOf = (stored: string | number | null | undefined): SourceProblem | null =>
  SOURCE_PROBLEMS.find((problem) => problem === stored) ?? null;
