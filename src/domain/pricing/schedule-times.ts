import { Problems } from "../shared/problems.js";
import { InvalidScheduleTime } from "./errors.js";

/** When a scheduled price starts and ends. An `until` of null: without end. */
export interface ScheduleTimes {
  readonly at: Date;
  readonly until: Date | null;
}

/** How many pending changes one price may have. */
export const MAX_PENDING_CHANGES = 50;
const YEARS_AHEAD = 5;

/** @throws Refused with InvalidScheduleTime */
export const checkScheduleTimes = ({ at, until }: ScheduleTimes, now: Date): void => {
  const problems = new Problems();
  const last = new Date(now);
  last.setUTCFullYear(last.getUTCFullYear() + YEARS_AHEAD);
  if (at <= now)
    problems.add(
      new InvalidScheduleTime(
        "The start is not in the future. To change the price now, set it instead.",
        ["at"],
      ),
    );
  if (until !== null && until <= at)
    problems.add(new InvalidScheduleTime("The end must be after the start.", ["until"]));
  for (const [field, time] of [
    ["at", at],
    ["until", until],
  ] as const)
    if (time !== null && time > last)
      problems.add(
        new InvalidScheduleTime(`A price can be scheduled at most ${YEARS_AHEAD} years ahead.`, [
          field,
        ]),
      );
  problems.throwIfAny();
};

/** The period in which a temporary price holds. */
export interface PriceWindow {
  /** Null once it has started. */
  readonly at: Date | null;
  readonly until: Date;
}

/**
 * Two temporary prices must follow each other, or one must lie within the other. If they overlapped
 * in part, the later one would restore the earlier one after that had already ended.
 * @throws InvalidScheduleTime
 */
export const checkNoPartialOverlap = (
  { at, until }: ScheduleTimes,
  others: readonly PriceWindow[],
): void => {
  if (until === null) return;
  const own = { at: at.getTime(), until: until.getTime() };
  const overlapping = others.find((other) => {
    const theirs = {
      at: other.at?.getTime() ?? Number.NEGATIVE_INFINITY,
      until: other.until.getTime(),
    };
    const isApart = own.until <= theirs.at || theirs.until <= own.at;
    const isWithin =
      (theirs.at < own.at && own.until <= theirs.until) ||
      (own.at < theirs.at && theirs.until <= own.until);
    return !isApart && !isWithin;
  });
  if (overlapping)
    throw new InvalidScheduleTime(
      `The period overlaps in part with another scheduled price${overlapping.at ? `, from ${overlapping.at.toISOString()}` : ""} until ${overlapping.until.toISOString()}. Choose a period before, after or completely within that one.`,
      ["until"],
    );
};
