import type { Id } from "../../domain/shared/id.js";

/**
 * Makes ids in the TypeID form: `product_01kadq0h8efr4tmr9bk39h1y0c`, sortable by time within their
 * kind.
 */
export interface Ids {
  next<Kind extends string>(kind: Kind): Id<Kind>;
}

/** The kinds of ids that clients can send: the prefix of the id and the brand of its type. */
const ID_KINDS = [
  "product",
  "variant",
  "media",
  "collection",
  "metafield",
  "market",
  "pricelist",
  "work",
] as const;
export type IdKind = (typeof ID_KINDS)[number];
export type IdKinds = { readonly [Kind in IdKind]: Id<Kind> };

const SUFFIX = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** The kind of an id from outside; null for anything that is not an id in its exact form. */
export const kindOf = (raw: string): IdKind | null => {
  const cut = raw.lastIndexOf("_");
  const kind = ID_KINDS.find((prefix) => prefix === raw.slice(0, cut));
  return kind !== undefined && SUFFIX.test(raw.slice(cut + 1)) ? kind : null;
};

/** The id if it is one of the expected kind in its exact form; null otherwise. */
export const parseId = <Kind extends IdKind>(kind: Kind, raw: string): IdKinds[Kind] | null =>
  kindOf(raw) === kind ? (raw as IdKinds[Kind]) : null;
