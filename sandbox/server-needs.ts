import type { Book, Bookkeeper } from "./book.js";
import type { Operations } from "./operations.js";
import type { Webhooks } from "./webhooks.js";

export const OUTAGES = ["ERROR_503", "HANG", "CUT"] as const;

/** How the sandbox behaves instead of answering, until a time. */
export interface Outage {
  readonly kind: (typeof OUTAGES)[number];
  /** The wall clock, in milliseconds. */
  readonly until: number;
}

export interface ServerNeeds {
  readonly book: Book;
  readonly keeper: Bookkeeper;
  readonly operations: Operations;
  readonly webhooks: Webhooks;
  /** What callers of the API send as a bearer token. */
  readonly secret: string;
  readonly origin: () => string;
}
