import { countryCode } from "../../shared/countries.js";
import { fractionDigits } from "../../shared/currencies.js";
import { Problems } from "../../shared/problems.js";
import { localeTag } from "../../shared/locale-tag.js";
import { text } from "../../shared/text.js";
import {
  newState,
  VersionedAggregate,
  type VersionedState,
} from "../../shared/versioned-aggregate.js";
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
import {
  checkedCheckoutTerms,
  DEFAULT_CHECKOUT_TERMS,
  type MarketCheckoutTerms,
} from "./market-checkout-terms.js";
import { checkedTaxTerms, DEFAULT_TAX_TERMS, type MarketTaxTerms } from "./market-tax-terms.js";
import type { PriceListSnapshot } from "../price-list.js";

/** The editable content of a market. */
export interface MarketContent extends MarketTaxTerms, MarketCheckoutTerms {
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
  /** Whether reduced prices are shown with the lowest one of before (Directive 98/6/EC, Article 6a). */
  readonly showsLowestPrice: boolean;
}

export interface MarketSnapshot extends MarketContent, VersionedState<MarketId> {
  readonly isDefault: boolean;
}

/** What the checks of a market need to know about prices. */
export interface MarketTerms {
  /** The currency of the variants' own prices (ISO 4217). */
  readonly baseCurrency: string;
  /** The price list named in the content; null when it names none. */
  readonly priceList: PriceListSnapshot | null;
}

/** Where the shop sells: countries, currency, languages and prices. One market is the default. */
export class Market extends VersionedAggregate<MarketSnapshot, MarketEvent> {
  /**
   * @throws Refused with InvalidKey, InvalidText, UnknownCountry, UnknownCurrency,
   * InvalidLocaleTag, NoLocales, PriceListRequired, PriceListCurrencyMismatch, PriceListNotReady
   */
  static open(id: MarketId, content: MarketContent, terms: MarketTerms, now: Date): Market {
    return new Market({
      ...checkedContent(content, terms),
      isDefault: false,
      ...newState(id, now),
    }).created();
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
      showsLowestPrice: false,
      ...DEFAULT_TAX_TERMS,
      ...DEFAULT_CHECKOUT_TERMS,
    };
    return new Market({
      ...checkedContent(content, { baseCurrency: currency, priceList: null }),
      isDefault: true,
      ...newState(id, now),
    }).created();
  }

  static restore(snapshot: MarketSnapshot): Market {
    return new Market(snapshot);
  }

  /**
   * @returns whether anything changed
   * @throws Refused as `open` does, and with DefaultMarketFixed
   */
  revise(content: MarketContent, terms: MarketTerms, now: Date): boolean {
    const { isDefault, currency, locales } = this.state;
    const problems = new Problems();
    const next = problems.collect(() => checkedContent(content, terms));
    if (isDefault && content.currency !== currency)
      problems.add(
        new DefaultMarketFixed(
          "The currency of the default market cannot be changed. Create another market instead.",
          ["currency"],
        ),
      );
    if (isDefault && next && next.locales[0] !== locales[0])
      problems.add(
        new DefaultMarketFixed(
          "The first language of the default market cannot be changed. Create another market instead.",
          ["locales", "0"],
        ),
      );
    problems.throwIfAny();
    return next !== undefined && this.update(next, now);
  }

  /**
   * Records the deletion.
   * @param priceLists the keys of those that are made for it
   * @throws DefaultMarketFixed, MarketInUse
   */
  close(priceLists: readonly string[] = []): void {
    if (this.state.isDefault)
      throw new DefaultMarketFixed("The default market cannot be deleted.", ["id"]);
    if (priceLists.length > 0) throw new MarketInUse(this.state.key, priceLists);
    this.deleted();
  }

  protected event(change: "created" | "updated" | "deleted"): MarketEvent {
    return { type: `pricing.market-${change}`, marketId: this.id, version: this.state.version };
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
  const checkoutTerms = problems.collect(() => checkedCheckoutTerms(content)) ?? content;
  problems.throwIfAny();
  const { key, currency, pricesIncludeTax, priceList: listId, showsLowestPrice } = content;
  const { taxRounding, domesticAddress, payableRoundings } = taxTerms;
  return {
    key,
    name,
    countries: [...new Set(countries)],
    currency,
    locales: [...new Set(locales)],
    pricesIncludeTax,
    priceList: listId,
    showsLowestPrice,
    taxRounding,
    domesticAddress,
    payableRoundings,
    ...checkoutTerms,
  };
};
