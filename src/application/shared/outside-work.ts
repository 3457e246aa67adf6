/**
 * Recurring work that calls services outside, and so runs outside of any unit of work: it reads by
 * read ports, and opens units of work of its own. Every worker process runs every kind, one run of a
 * kind at a time, so runs of several processes meet: claim rows by an UPDATE with a lease before a
 * service is called about them.
 */
export interface OutsideWork {
  /** Such as `payments.reconcile`, at most 120 of `a-z0-9.-`. Unique among all background work. */
  readonly kind: string;
  /** How long to wait after a run that was the last one for now, in milliseconds. */
  readonly everyMs: number;
  /**
   * Does one portion. When it throws, the error is logged and it runs again after a pause that
   * doubles with each failure in a row.
   * @param now when the run begins
   * @param signal is aborted when the process stops: the run is awaited, and begins nothing more
   * @returns "more" to be run again at once, "done" when there is nothing to do for now
   */
  run(now: Date, signal: AbortSignal): Promise<"done" | "more">;
}
