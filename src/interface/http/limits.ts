import { DEFAULT_LIMITS, type Limits } from "../../application/shared/limits.js";

/** The limits that an HTTP server keeps. */
export interface HttpLimits extends Limits {
  /** How often the times of connections are checked, in milliseconds. */
  readonly checkEveryMs: number;
}

export const HTTP_LIMITS: HttpLimits = { ...DEFAULT_LIMITS, checkEveryMs: 1_000 };
