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
  if (at <= now) problems.add(new InvalidScheduleTime("A price is scheduled for a time to come: to change it now, change the variant.", ["at"]));
  if (until !== null && until <= at) problems.add(new InvalidScheduleTime("A price ends after it begins.", ["until"]));
  for (const [place, time] of [["at", at], ["until", until]] as const)
    if (time !== null && time > last) problems.add(new InvalidScheduleTime(`A price is scheduled at most ${YEARS_AHEAD} years ahead.`, [place]));
  problems.throwIfAny();
};
