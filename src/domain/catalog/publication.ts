import { InvalidPublication } from "./errors.js";

/** When a thing may be seen in the shop: from a moment on, until a moment (exclusive) or without end. UTC. */
export interface Publication {
  readonly from: Date;
  readonly until: Date | null;
}

/** @throws InvalidPublication when the window is empty */
export const publication = (window: Publication | null): Publication | null => {
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

/** @throws InvalidPublication when the window is empty, or over already with a beginning that was left out */
export const checkAsked = ({ from, until }: AskedWindow, now: Date): void => void publication({ from: from ?? now, until: until ?? null });

/**
 * The window that somebody gets who asks for one.
 * @param showing since when the thing is shown; null when it is not
 * @throws InvalidPublication
 */
export const openedWindow = (asked: AskedWindow, stored: Publication | null, showing: Date | null, now: Date): Publication => {
  checkAsked(asked, now);
  const from = asked.from ?? showing ?? now;
  const kept = stored?.until && stored.until > now && stored.until > from ? stored.until : null;
  return { from, until: asked.until === undefined ? kept : asked.until };
};
