// Years with four digits. ISO 8601 writes other years differently, and MySQL cannot store them.
const FIRST = new Date("1000-01-01T00:00:00.000Z");
const LAST = new Date("9999-12-31T23:59:59.999Z");

/** The time, moved to the nearest one that can be stored. */
export const storableTime = (time: Date): Date =>
  time < FIRST ? FIRST : time > LAST ? LAST : time;

/** Whether a database can store the time: its year has four digits. */
export const isStorableTime = (time: Date): boolean => time >= FIRST && time <= LAST;
