/** A bound on what clients can use up, and what happens beyond it. */
export interface Limit {
  readonly unit:
    | "number"
    | "bytes"
    | "bytes a second"
    | "MiB"
    | "megapixels"
    | "ms"
    | "points"
    | "points a second";
  /** The value unless it is set. */
  readonly fallback: number;
  /** The smallest and the largest value that can be set; the largest is 1,000,000,000 unless given. */
  readonly least: number;
  readonly most?: number;
  /** Whether it cannot be switched off, because a client could then end the process. */
  readonly isAlwaysOn?: true;
  /** Whether it is reached in ordinary operation: then the log does not warn. */
  readonly isUsual?: true;
  /** What is bounded, for operators. */
  readonly about: string;
  /** What a client sees beyond it. */
  readonly refusal: string;
}

/** A bound without a variable of its name. */
export interface OtherLimit extends Pick<
  Limit,
  "unit" | "fallback" | "isUsual" | "about" | "refusal"
> {
  /** The variable that sets it; null when it is fixed. */
  readonly setting: string | null;
}
