const TIME =
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** The time of a text: a date (midnight UTC), or a date and a time with its zone; null for another text. */
export const writtenTime = (text: string): Date | null => {
  const time = TIME.test(text) ? new Date(text.replace(" ", "T")) : null;
  return time && !Number.isNaN(time.getTime()) && isRealDay(text) ? time : null;
};

/** JavaScript takes the 31st of a month with 30 days for the first of the next one. */
const isRealDay = (text: string): boolean => {
  const day = text.slice(0, "2026-11-27".length);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
};
