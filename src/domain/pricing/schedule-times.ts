import { Problems } from "../shared/domain-error.js";
import { InvalidScheduleTime } from "./errors.js";

/** When a price begins to hold, and until when; null for without end. */
export interface ScheduleTimes {
  readonly at: Date;
  readonly until: Date | null;
}

/** How many changes of one price may be to come. */
export const MOST_SCHEDULED = 50;
const YEARS_AHEAD = 5;

/** @throws Refused with InvalidScheduleTime */
export const checkScheduleTimes = ({ at, until }: ScheduleTimes, now: Date): void => {
  const problems = new Problems();
  const last = new Date(now);
  last.setUTCFullYear(last.getUTCFullYear() + YEARS_AHEAD);
  if (at <= now)
    problems.add(
      new InvalidScheduleTime(
        "A price is scheduled for a time to come: to change it now, change the variant.",
        ["at"],
      ),
    );
  if (until !== null && until <= at)
    problems.add(new InvalidScheduleTime("A price ends after it begins.", ["until"]));
  for (const [place, time] of [
    ["at", at],
    ["until", until],
  ] as const)
    if (time !== null && time > last)
      problems.add(
        new InvalidScheduleTime(`A price is scheduled at most ${YEARS_AHEAD} years ahead.`, [
          place,
        ]),
      );
  problems.throwIfAny();
};

/** The time for which a price holds that goes back. */
export interface PriceWindow {
  /** Null where it has begun. */
  readonly at: Date | null;
  readonly until: Date;
}

/**
 * Two prices that go back lie one after the other, or one within the other: of two that cross, the second would go back to the first
 * after that had ended.
 * @throws InvalidScheduleTime
 */
export const checkNoCrossing = (
  { at, until }: ScheduleTimes,
  others: readonly PriceWindow[],
): void => {
  if (until === null) return;
  const mine = { at: at.getTime(), until: until.getTime() };
  const crossed = others.find((other) => {
    const its = {
      at: other.at?.getTime() ?? Number.NEGATIVE_INFINITY,
      until: other.until.getTime(),
    };
    const isApart = mine.until <= its.at || its.until <= mine.at;
    const isWithin =
      (its.at < mine.at && mine.until <= its.until) ||
      (mine.at < its.at && its.until <= mine.until);
    return !isApart && !isWithin;
  });
  if (crossed)
    throw new InvalidScheduleTime(
      `Another price holds ${crossed.at ? `from ${crossed.at.toISOString()} ` : ""}until ${crossed.until.toISOString()}: begin after its end, or end before it, or lie wholly within it.`,
      ["until"],
    );
};
