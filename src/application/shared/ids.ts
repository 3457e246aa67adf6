import { id, type Id } from "../../domain/shared/id.js";

/**
 * Makes ids in the TypeID form: `product_01kadq0h8efr4tmr9bk39h1y0c`, sortable by time within their
 * kind.
 */
export interface Ids {
  next<Kind extends string>(kind: Kind): Id<Kind>;
  /** An id of the same form with 128 random bits and no time: who has it, has what it names. */
  secret<Kind extends string>(kind: Kind): Id<Kind>;
}

/** An id in its exact form: its prefix, an underscore, a time-ordered part. */
const ID = /^([a-z][a-z]{0,15})_[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** The prefix of an id from outside; null for anything that is not an id in its exact form. */
export const kindOf = (raw: string): string | null => ID.exec(raw)?.[1] ?? null;

/** The id if it is one of the expected kind in its exact form; null otherwise. */
export const parseId = <Kind extends string>(kind: Kind, raw: string): Id<Kind> | null =>
  kindOf(raw) === kind ? id<Id<Kind>>(raw) : null;
