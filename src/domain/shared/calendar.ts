/** The first and the last moment whose year has four digits: others are written in another way, and databases cannot keep them. */
const FIRST = new Date("1000-01-01T00:00:00.000Z");
const LAST = new Date("9999-12-31T23:59:59.999Z");

export const isInCalendar = (time: Date): boolean => time >= FIRST && time <= LAST;

/** The time itself, or the end of the calendar that it lies beyond. */
export const withinCalendar = (time: Date): Date =>
  time < FIRST ? FIRST : time > LAST ? LAST : time;
