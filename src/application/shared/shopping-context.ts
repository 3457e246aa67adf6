import { id, type Id } from "../../domain/shared/id.js";

/** How a request came about: a fact for promotions and reports, never a scope. */
export type SalesChannel = "WEB" | "AGENT" | "STAFF" | "POS";

/** The market, the prices and the language that a request shops with. */
export interface ShoppingContext {
  /** The key of the market. */
  readonly market: string;
  /** When the request came. Everything in its answer has the prices of this moment. */
  readonly moment: Date;
  /** The currency of its prices (ISO 4217). */
  readonly currency: string;
  /**
   * Those that are valid at the moment of the request, in order: the first one with a price wins. At
   * most three. Empty for the own prices of the variants. `LIST_WITHOUT_PRICES` alone where no list
   * is valid and the own prices are in another currency.
   */
  readonly priceLists: readonly Id<"pricelist">[];
  /** The BCP 47 tag of the requested language; null for the language of the catalogue. */
  readonly locale: string | null;
  readonly salesChannel: SalesChannel;
  /** The locations that serve the market; left out when all do. */
  readonly locations?: readonly Id<"location">[];
}

/** No list has this id: nothing has a price in it. */
export const LIST_WITHOUT_PRICES = id<Id<"pricelist">>("pricelist_none");

/**
 * The price list that product lists are read at: the first one, because its read model contains the
 * lists that it falls back on. Null for the own prices of the variants.
 */
export const priceListOf = (context: ShoppingContext | undefined): Id<"pricelist"> | null =>
  context?.priceLists[0] ?? null;
