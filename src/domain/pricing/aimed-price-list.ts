import type { CustomerGroupId, MarketId, PriceListId } from "./ids.js";
import type { Validity } from "./validity.js";

/** When a price list is valid, and for whom. */
export interface PriceListAudience {
  /** Null: since ever. */
  readonly validFrom: Date | null;
  /** The first moment at which it is no longer valid; null: without end. */
  readonly validUntil: Date | null;
  /** The market that it is made for; null: every market that names it. */
  readonly market: MarketId | null;
  /** The only customer group that gets its prices; null: every buyer. */
  readonly customerGroup: CustomerGroupId | null;
}

/** What decides whether a price list applies to a buyer. */
export interface AimedPriceList extends PriceListAudience {
  readonly id: PriceListId;
  readonly key: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Whether the list has been computed for every product. Until then no buyer gets its prices. */
  readonly isReady: boolean;
}

export const windowOf = ({
  validFrom: from,
  validUntil: until,
}: Pick<PriceListAudience, "validFrom" | "validUntil">): Validity => ({ from, until });
