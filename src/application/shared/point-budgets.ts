/** How long used points count, in milliseconds. */
export const POINTS_WINDOW_MS = 10_000;

/** Keeps account of the points that clients use. */
export interface PointBudgets {
  /**
   * Adds points to what a client has used. Does not wait for other machines, and does not fail.
   * @param client its address or the id of its key
   * @param points a whole number
   */
  use(client: string, points: number): UsedPoints;

  /** Ends its connections. */
  close?(): void;
}

export interface UsedPoints {
  /** What the client has used since its window began. */
  readonly points: number;
  /** When all points are back, in milliseconds. */
  readonly resetMs: number;
}

/** For tests and tools: nobody uses anything up. */
export const noPointBudgets: PointBudgets = { use: () => ({ points: 0, resetMs: 0 }) };
