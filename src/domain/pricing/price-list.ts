import { fractionDigits } from "../shared/currencies.js";
import { deepEqual } from "../shared/deep-equal.js";
import { Problems } from "../shared/problems.js";
import { isStorableTime } from "../shared/storable-time.js";
import { text } from "../shared/text.js";
import {
  newState,
  VersionedAggregate,
  type VersionedState,
} from "../shared/versioned-aggregate.js";
import { checkedKey } from "./checked-key.js";
import { InvalidScheduleTime, PriceListCurrencyMismatch, PriceListInUse } from "./errors.js";
import type { PriceListEvent } from "./events.js";
import type { PriceListId } from "./ids.js";
import { windowOf, type AimedPriceList, type PriceListAudience } from "./aimed-price-list.js";
import { checkNoRival } from "./check-no-rival.js";
import { checkValidity, InvalidValidity } from "./validity.js";

/** The key and the currency of a list never change, because its prices depend on them. */
export interface PriceListContent extends PriceListAudience {
  readonly key: string;
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
}

export interface PriceListSnapshot extends PriceListContent, VersionedState<PriceListId> {
  /** Whether the list has been computed for every product. Until then no buyer gets its prices. */
  readonly isReady: boolean;
  /**
   * The lists that product lists fall back on, in order, where this one has no price. At most two,
   * and none for a list that is made for no market.
   */
  readonly fallbacks: readonly PriceListId[];
}

/** What the checks of an audience need to know. */
export interface PriceListTerms {
  /** The currency of the market that the content names; null when it names none. */
  readonly marketCurrency: string | null;
  readonly others: readonly AimedPriceList[];
}

const NO_TERMS: PriceListTerms = { marketCurrency: null, others: [] };
const FOR_EVERYBODY: PriceListAudience = {
  validFrom: null,
  validUntil: null,
  market: null,
  customerGroup: null,
};

type NewPriceList = Omit<PriceListContent, keyof PriceListAudience> & Partial<PriceListAudience>;

/** Prices of variants in one currency, for the markets that use the list. */
export class PriceList extends VersionedAggregate<PriceListSnapshot, PriceListEvent> {
  /**
   * @throws Refused with InvalidKey, InvalidText, UnknownCurrency, InvalidValidity,
   * PriceListCurrencyMismatch, PriceListsOverlap
   */
  static create(id: PriceListId, content: NewPriceList, now: Date, terms = NO_TERMS): PriceList {
    return new PriceList({
      ...checked(id, { ...FOR_EVERYBODY, ...content }, terms),
      isReady: false,
      fallbacks: [],
      ...newState(id, now),
    }).created();
  }

  static restore(snapshot: PriceListSnapshot): PriceList {
    return new PriceList(snapshot);
  }

  /**
   * @returns whether anything changed
   * @throws Refused with InvalidText, InvalidValidity, PriceListCurrencyMismatch, PriceListsOverlap
   */
  revise(
    {
      name,
      validFrom,
      validUntil,
      market,
      customerGroup,
    }: Omit<PriceListContent, "key" | "currency">,
    now: Date,
    terms = NO_TERMS,
  ): boolean {
    const { key, currency } = this.state;
    const audience = { validFrom, validUntil, market, customerGroup };
    const hasOtherAudience = !deepEqual(audience, audienceOf(this.state));
    const next = checked(this.id, { ...audience, key, name, currency }, terms);
    if (!this.replace(next, now)) return false;
    this.record({
      type: "pricing.price-list-updated",
      priceListId: this.id,
      ...(hasOtherAudience && { hasOtherAudience }),
      version: this.state.version,
    });
    return true;
  }

  /**
   * Sets the lists that product lists fall back on. The list has to be computed again for every
   * product.
   * @returns whether they changed
   */
  fallBackOn(fallbacks: readonly PriceListId[], now: Date): boolean {
    if (deepEqual(fallbacks, this.state.fallbacks)) return false;
    this.replace({ fallbacks, isReady: false }, now);
    this.record(this.event("unready"));
    return true;
  }

  /** Marks the list as computed for every product. */
  markReady(now: Date): void {
    if (this.replace({ isReady: true }, now)) this.record(this.event("ready"));
  }

  /** Records the deletion. @param uses how many markets use the list @throws PriceListInUse */
  delete(uses: number): void {
    if (uses > 0) throw new PriceListInUse(this.state.key, uses);
    this.deleted();
  }

  protected event(change: "created" | "updated" | "deleted" | "unready" | "ready"): PriceListEvent {
    const { id, version } = this.state;
    return { type: `pricing.price-list-${change}`, priceListId: id, version };
  }
}

const audienceOf = ({
  validFrom,
  validUntil,
  market,
  customerGroup,
}: PriceListAudience): PriceListAudience => ({ validFrom, validUntil, market, customerGroup });

const checked = (
  id: PriceListId,
  content: PriceListContent,
  { marketCurrency, others }: PriceListTerms,
): PriceListContent => {
  const { key, name: raw, currency, validFrom, validUntil, market, customerGroup } = content;
  const problems = new Problems();
  problems.collect(() => checkedKey(key));
  const name =
    problems.collect(
      () => text(raw, { what: "The name of a price list", min: 1, max: 255 }),
      "name",
    ) ?? raw;
  problems.collect(() => fractionDigits(currency), "currency");
  problems.collect(() => checkWindow(content));
  if (marketCurrency !== null && marketCurrency !== currency)
    problems.add(
      new PriceListCurrencyMismatch(marketCurrency, currency).mapPath(() => ["marketId"]),
    );
  problems.collect(() => checkNoRival({ ...content, id }, others));
  problems.throwIfAny();
  return { key, name, currency, validFrom, validUntil, market, customerGroup };
};

const checkWindow = (audience: PriceListAudience): void => {
  for (const field of ["validFrom", "validUntil"] as const) {
    const time = audience[field];
    if (time && !isStorableTime(time))
      throw new InvalidScheduleTime("Use a time in the years 1000 to 9999.", [field]);
  }
  try {
    checkValidity(windowOf(audience));
  } catch (error) {
    throw error instanceof InvalidValidity ? error.mapPath(() => ["validUntil"]) : error;
  }
};
