import { Aggregate } from "../../shared/aggregate.js";
import { countryCode } from "../../shared/countries.js";
import { fractionDigits } from "../../shared/currencies.js";
import { Problems } from "../../shared/problems.js";
import { localeTag } from "../../shared/locale-tag.js";
import { deepEqual } from "../../shared/deep-equal.js";
import { text } from "../../shared/text.js";
import {
  DefaultMarketFixed,
  MarketInUse,
  NoLocales,
  PriceListCurrencyMismatch,
  PriceListNotReady,
  PriceListRequired,
} from "../errors.js";
import type { MarketEvent } from "../events.js";
import type { MarketId, PriceListId } from "../ids.js";
import { checkedKey } from "../checked-key.js";
import { checkedTaxTerms, DEFAULT_TAX_TERMS, type MarketTaxTerms } from "./market-tax-terms.js";
import type { PriceListSnapshot } from "../price-list.js";

/** The editable content of a market. */
export interface MarketContent extends MarketTaxTerms {
  /** The name that requests use for the market. */
  readonly key: string;
  readonly name: string;
  /** ISO 3166-1 codes. */
  readonly countries: readonly string[];
  /** ISO 4217. */
  readonly currency: string;
  /** BCP 47 tags. The first one is the default. */
  readonly locales: readonly string[];
  readonly pricesIncludeTax: boolean;
  /** Null when the market uses the variants' own prices. */
  readonly priceList: PriceListId | null;
}

export interface MarketSnapshot extends MarketContent {
  readonly id: MarketId;
  readonly isDefault: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What the checks of a market need to know about prices. */
export interface MarketTerms {
  /** The currency of the variants' own prices (ISO 4217). */
  readonly baseCurrency: string;
  /** The price list named in the content; null when it names none. */
  readonly priceList: PriceListSnapshot | null;
}

/** Where the shop sells: countries, currency, languages and prices. One market is the default. */
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

  /**
   * @throws Refused with InvalidKey, InvalidText, UnknownCountry, UnknownCurrency,
   * InvalidLocaleTag, NoLocales, PriceListRequired, PriceListCurrencyMismatch, PriceListNotReady
   */
  static open(id: MarketId, content: MarketContent, terms: MarketTerms, now: Date): Market {
    return Market.start(id, checkedContent(content, terms), false, now);
  }

  /**
   * The market for requests that name none, in the base currency and the language of the catalogue.
   */
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
      ...DEFAULT_TAX_TERMS,
    };
    return Market.start(
      id,
      checkedContent(content, { baseCurrency: currency, priceList: null }),
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

  /**
   * @returns whether anything changed
   * @throws Refused as `open` does, and with DefaultMarketFixed
   */
  revise(content: MarketContent, terms: MarketTerms, now: Date): boolean {
    const problems = new Problems();
    const next = problems.collect(() => checkedContent(content, terms));
    if (this.isDefault && content.currency !== this.content.currency)
      problems.add(
        new DefaultMarketFixed(
          "The currency of the default market cannot be changed. Create another market instead.",
          ["currency"],
        ),
      );
    if (this.isDefault && next && next.locales[0] !== this.content.locales[0])
      problems.add(
        new DefaultMarketFixed(
          "The first language of the default market cannot be changed. Create another market instead.",
          ["locales", "0"],
        ),
      );
    problems.throwIfAny();
    if (!next || deepEqual(next, this.content)) return false;
    this.content = next;
    this.version += 1;
    this.updatedAt = now;
    this.record({ type: "pricing.market-updated", marketId: this.id, version: this.version });
    return true;
  }

  /**
   * Records the deletion.
   * @param priceLists the keys of those that are made for it
   * @throws DefaultMarketFixed, MarketInUse
   */
  close(priceLists: readonly string[] = []): void {
    if (this.isDefault)
      throw new DefaultMarketFixed("The default market cannot be deleted.", ["id"]);
    if (priceLists.length > 0) throw new MarketInUse(this.content.key, priceLists);
    this.version += 1;
    this.record({ type: "pricing.market-deleted", marketId: this.id, version: this.version });
  }

  private static start(
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

const checkedContent = (
  content: MarketContent,
  { baseCurrency, priceList }: MarketTerms,
): MarketContent => {
  const problems = new Problems();
  problems.collect(() => checkedKey(content.key));
  const name =
    problems.collect(
      () => text(content.name, { what: "The name of a market", min: 1, max: 255 }),
      "name",
    ) ?? content.name;
  const countries = content.countries.map(
    (raw, index) => problems.collect(() => countryCode(raw), "countries", String(index)) ?? raw,
  );
  const locales = content.locales.map(
    (raw, index) => problems.collect(() => localeTag(raw, []), "locales", String(index)) ?? raw,
  );
  if (locales.length === 0) problems.add(new NoLocales());
  problems.collect(() => fractionDigits(content.currency), "currency");
  if (!priceList && content.currency !== baseCurrency)
    problems.add(new PriceListRequired(content.currency));
  if (priceList && priceList.currency !== content.currency)
    problems.add(new PriceListCurrencyMismatch(content.currency, priceList.currency));
  if (priceList && !priceList.isReady) problems.add(new PriceListNotReady(priceList.key));
  const taxTerms = problems.collect(() => checkedTaxTerms(content)) ?? content;
  problems.throwIfAny();
  const { key, currency, pricesIncludeTax, priceList: listId } = content;
  const { taxRounding, domesticAddress, payableRoundings } = taxTerms;
  return {
    key,
    name,
    countries: [...new Set(countries)],
    currency,
    locales: [...new Set(locales)],
    pricesIncludeTax,
    priceList: listId,
    taxRounding,
    domesticAddress,
    payableRoundings,
  };
};
