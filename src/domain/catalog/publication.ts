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
