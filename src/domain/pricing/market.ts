import { Aggregate } from "../shared/aggregate.js";
import { fractionDigits } from "../shared/currency.js";
import { placedNow, Problems } from "../shared/domain-error.js";
import { localeTag } from "../shared/locale.js";
import { same } from "../shared/same.js";
import { text } from "../shared/text.js";
import { COUNTRIES } from "./countries.js";
import {
  DefaultMarketFixed,
  NoLocales,
  PriceListCurrencyMismatch,
  PriceListNotReady,
  PriceListRequired,
  UnknownCountry,
} from "./errors.js";
import type { MarketEvent } from "./events.js";
import type { MarketId, PriceListId } from "./ids.js";
import { checkedKey } from "./key.js";
import type { PriceListSnapshot } from "./price-list.js";

/** What people say of a market. */
export interface MarketContent {
  /** What requests name it by. */
  readonly key: string;
  readonly name: string;
  /** Codes of ISO 3166-1. */
  readonly countries: readonly string[];
  /** ISO 4217. */
  readonly currency: string;
  /** BCP 47 tags; the first one is spoken where nobody asks for another. */
  readonly locales: readonly string[];
  readonly pricesIncludeTax: boolean;
  /** Null where it sells at the prices that variants have themselves. */
  readonly priceList: PriceListId | null;
}

export interface MarketSnapshot extends MarketContent {
  readonly id: MarketId;
  readonly isDefault: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What the prices of a market depend on. */
export interface MarketTerms {
  /** The currency that variants have their own prices in (ISO 4217). */
  readonly baseCurrency: string;
  /** The price list that the content names; null where it names none. */
  readonly priceList: PriceListSnapshot | null;
}

/** Where the shop sells: to which countries, in which currency and languages, at which prices. One of them is the default market. */
export class Market extends Aggregate<MarketEvent> {
  private constructor(
    readonly id: MarketId,
    private content: MarketContent,
    private readonly isDefault: boolean,
    private version: number,
    private readonly createdAt: Date,
    private updatedAt: Date,
  ) {
    super();
  }

  /** @throws Refused with InvalidKey, InvalidText, UnknownCountry, UnknownCurrency, InvalidLocaleTag, NoLocales, PriceListRequired, PriceListCurrencyMismatch, PriceListNotReady */
  static open(id: MarketId, content: MarketContent, terms: MarketTerms, now: Date): Market {
    return Market.begin(id, checked(content, terms), false, now);
  }

  /** The market of requests that name none: in the currency of the base prices and the language of the catalogue. */
  static openDefault(
    id: MarketId,
    { currency, locale }: { readonly currency: string; readonly locale: string },
    now: Date,
  ): Market {
    const content = {
      key: "default",
      name: "Default",
      countries: [],
      currency,
      locales: [locale],
      pricesIncludeTax: true,
      priceList: null,
    };
    return Market.begin(
      id,
      checked(content, { baseCurrency: currency, priceList: null }),
      true,
      now,
    );
  }

  static restore({
    id,
    isDefault,
    version,
    createdAt,
    updatedAt,
    ...content
  }: MarketSnapshot): Market {
    return new Market(id, content, isDefault, version, createdAt, updatedAt);
  }

  snapshot(): MarketSnapshot {
    return {
      ...this.content,
      id: this.id,
      isDefault: this.isDefault,
      version: this.version,
      createdAt: this.createdAt,
      updatedAt: this.updatedAt,
    };
  }

  /** @returns whether anything changed @throws Refused as open, and with DefaultMarketFixed */
  revise(content: MarketContent, terms: MarketTerms, now: Date): boolean {
    const problems = new Problems();
    const next = problems.attempt(() => checked(content, terms));
    if (this.isDefault && content.currency !== this.content.currency)
      problems.add(new DefaultMarketFixed("The currency", ["currency"]));
    if (this.isDefault && next && next.locales[0] !== this.content.locales[0])
      problems.add(new DefaultMarketFixed("The first language", ["locales", "0"]));
    problems.throwIfAny();
    if (!next || same(next, this.content)) return false;
    this.content = next;
    this.version += 1;
    this.updatedAt = now;
    this.record({ type: "pricing.market-updated", marketId: this.id, version: this.version });
    return true;
  }

  /** Says farewell; the store then removes it. @throws DefaultMarketFixed */
  close(): void {
    if (this.isDefault) throw new DefaultMarketFixed("The existence", ["id"]);
    this.version += 1;
    this.record({ type: "pricing.market-deleted", marketId: this.id, version: this.version });
  }

  private static begin(
    id: MarketId,
    content: MarketContent,
    isDefault: boolean,
    now: Date,
  ): Market {
    const market = new Market(id, content, isDefault, 1, now, now);
    market.record({ type: "pricing.market-created", marketId: id, version: 1 });
    return market;
  }
}

const checked = (
  content: MarketContent,
  { baseCurrency, priceList }: MarketTerms,
): MarketContent => {
  const problems = new Problems();
  problems.attempt(() => checkedKey(content.key));
  const name =
    problems.attempt(
      () => text(content.name, { what: "The name of a market", min: 1, max: 255 }),
      "name",
    ) ?? content.name;
  const countries = content.countries.map(
    (raw, index) => problems.attempt(() => countryCode(raw), "countries", String(index)) ?? raw,
  );
  const locales = content.locales.map(
    (raw, index) =>
      problems.attempt(() =>
        placedNow(
          () => ["locales", String(index)],
          () => localeTag(raw),
        ),
      ) ?? raw,
  );
  if (locales.length === 0) problems.add(new NoLocales());
  problems.attempt(() => fractionDigits(content.currency), "currency");
  if (!priceList && content.currency !== baseCurrency)
    problems.add(new PriceListRequired(content.currency));
  if (priceList && priceList.currency !== content.currency)
    problems.add(new PriceListCurrencyMismatch(content.currency, priceList.currency));
  if (priceList && !priceList.isReady) problems.add(new PriceListNotReady(priceList.key));
  problems.throwIfAny();
  const { key, currency, pricesIncludeTax, priceList: listId } = content;
  // Saying it twice says nothing more.
  return {
    key,
    name,
    countries: [...new Set(countries)],
    currency,
    locales: [...new Set(locales)],
    pricesIncludeTax,
    priceList: listId,
  };
};

const countryCode = (raw: string): string => {
  const code = raw.toUpperCase();
  if (!COUNTRIES.has(code)) throw new UnknownCountry(raw);
  return code;
};
