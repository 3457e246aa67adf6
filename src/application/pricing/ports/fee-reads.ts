import type { FeeSnapshot } from "../../../domain/pricing/fees/fee.js";

export type FeeView = FeeSnapshot;

/** Reads the fees. */
export interface FeeReads {
  /** All of them, by position, then by key. At most 100. */
  all(): Promise<readonly FeeView[]>;
}
