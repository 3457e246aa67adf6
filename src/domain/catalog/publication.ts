import { isInCalendar } from "../shared/calendar.js";
import { Problems } from "../shared/domain-error.js";
import { InvalidPublication } from "./errors.js";

/** When a thing may be seen in the shop: from a moment on, until a moment (exclusive) or without end. UTC. */
export interface Publication {
  readonly from: Date;
  readonly until: Date | null;
}

/** @throws InvalidPublication when the window is empty; Refused with it for each end that lies beyond the calendar */
export const publication = (window: Publication | null): Publication | null => {
  const problems = new Problems();
  for (const end of ["from", "until"] as const)
    if (window?.[end] && !isInCalendar(window[end]))
      problems.add(
        new InvalidPublication("A publication lies between the years 1000 and 9999, in UTC.", end),
      );
  problems.throwIfAny();
  if (window?.until && window.until <= window.from) throw new InvalidPublication();
  return window;
};

/** A window as somebody asks for it. */
export interface AskedWindow {
  /** Left out: now, and of what is shown already since when it is. */
  readonly from?: Date | null | undefined;
  /** Left out: as it is, without end where that is over. Null: without end. */
  readonly until?: Date | null | undefined;
}

/** @throws as publication does, also when it is over already with a beginning that was left out */
export const checkAsked = ({ from, until }: AskedWindow, now: Date): void =>
  void publication({ from: from ?? now, until: until ?? null });

/**
 * The window that somebody gets who asks for one.
 * @param showing since when the thing is shown; null when it is not
 * @throws as publication does
 */
export const openedWindow = (
  asked: AskedWindow,
  stored: Publication | null,
  showing: Date | null,
  now: Date,
): Publication => {
  checkAsked(asked, now);
  const from = asked.from ?? showing ?? now;
  const kept = stored?.until && stored.until > now && stored.until > from ? stored.until : null;
  return { from, until: asked.until === undefined ? kept : asked.until };
};
