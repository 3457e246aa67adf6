/** A bound on what clients can use up, and what happens beyond it. */
export interface Limit {
  readonly unit: "number" | "bytes" | "MiB" | "ms" | "points" | "points a second";
  /** The value unless it is set. */
  readonly fallback: number;
  /** The smallest and the largest value that can be set; the largest is 1,000,000,000 unless given. */
  readonly least: number;
  readonly most?: number;
  /** What is bounded, for operators. */
  readonly about: string;
  /** What a client sees beyond it. */
  readonly refusal: string;
}
