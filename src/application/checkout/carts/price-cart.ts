import type { VariantId } from "../../../domain/catalog/ids.js";
import {
  unitsByVariant,
  type CartContent,
  type CartLine,
  type SeenLine,
} from "../../../domain/checkout/cart-content.js";
import { heldUnits } from "../../../domain/checkout/cart-hold.js";
import type { CartSnapshot } from "../../../domain/checkout/cart.js";
import type { CartLineId } from "../../../domain/checkout/ids.js";
import { cartTotalState } from "../../../domain/checkout/cart-total-state.js";
import { cartStatus, requirementsOf } from "../../../domain/checkout/requirements.js";
import { choosePrice, feesToPrice, type LineToPrice } from "../../../domain/pricing/pricing.js";
import type { PaymentMethodSnapshot } from "../../../domain/payments/payments.js";
import { Problems } from "../../../domain/shared/problems.js";
import type { VariantToBuy } from "../../catalog/ports/variants-to-buy.js";
import type { OfferedDelivery } from "../../delivery/ports/delivery-reads.js";
import type { MarketView } from "../../pricing/ports/markets.js";
import type { ShopTermsView } from "../../pricing/ports/shop-terms.js";
import { composeDelivery, composeLine, composeQuote } from "../../pricing/pricing.js";
import type { CartLineView, CartView } from "./cart-view.js";
import { deliverCart, type PricedCartLine } from "./deliver-cart.js";
import type { PriceInquiry } from "../outside/carrier-offers.js";
import type { KnownAnswers } from "../outside/known-answers.js";
import { knownTaxes, type TaxInquiry } from "../outside/known-taxes.js";
import { outsideWarnings } from "../outside/outside-warnings.js";
import { cartWarnings } from "./cart-warnings.js";

/** Everything that the price of a cart depends on. */
export interface TermsOfCart extends Omit<ShopTermsView, "markets"> {
  readonly market: MarketView;
  readonly offered: OfferedDelivery;
  readonly methods: readonly PaymentMethodSnapshot[];
  readonly variants: ReadonlyMap<VariantId, VariantToBuy>;
}

/**
 * What a cart costs, how it is delivered, what is missing and what has changed. Pure.
 * @throws QuoteTooLarge
 */
export const priceCart = (
  cart: CartSnapshot,
  terms: TermsOfCart,
  moment: Date,
  paymentMethod: string | null,
  answers: KnownAnswers,
): CartView => {
  const { content } = cart;
  const { market, taxes, fees } = terms;
  const { categories } = taxes;
  const units = unitsByVariant(content.lines);
  const priced = pricedLines(content.lines, units, terms, moment);
  const { groups, chosen, finding, inquiries } = deliverCart(
    content,
    priced,
    terms,
    moment,
    answers,
  );
  const base = {
    currency: market.currency,
    units: priced.reduce((sum, { line }) => sum + line.quantity, 0),
    categories,
  };
  const problems = new Problems();
  const charged = feesToPrice(fees, [], base, "fees", problems);
  problems.throwIfAny();
  const decided = knownTaxes(answers);
  const address = addressOf(content);
  const quote = composeQuote(
    {
      lines: priced.map(({ toPrice }) => toPrice),
      discounts: [],
      delivery: chosen.map((offer) =>
        composeDelivery(
          { key: offer.option.key, steps: offer.steps, taxCategory: offer.option.taxCategory },
          categories,
        ),
      ),
      fees: charged,
      buyer: { address, exemption: null, paymentMethod },
    },
    market,
    taxes,
    moment,
    decided.decide,
  );
  const outside = outsideView(decided.inquiry(), inquiries);
  const taxCategories = new Map(priced.map(({ line, toPrice }) => [line.id, toPrice.taxCategory]));
  const quoted = new Map(quote.lines.map((line) => [line.id, line]));
  const availableOf = (id: VariantId): number | null =>
    availableUnits(terms.variants.get(id), heldUnits(content.hold, id, moment));
  const lines = content.lines.map((line): CartLineView => {
    const variant = terms.variants.get(line.variantId) ?? null;
    const available = availableOf(line.variantId);
    const taxCategory = taxCategories.get(line.id) ?? null;
    return { line, variant, quoted: quoted.get(line.id) ?? null, taxCategory, available };
  });
  const seen = seenLines(lines, units);
  const areTaxesExpired = answers.freshAt !== null && outside.taxes?.known === null;
  const isEstimated =
    quote.taxSource === "FALLBACK" || chosen.some(({ source }) => source === "FALLBACK");
  const requirements = requirementsOf(content, {
    saleOf: ({ id, variantId }) =>
      quoted.has(id) ? "FOR_SALE" : terms.variants.has(variantId) ? "WITHOUT_PRICE" : "UNAVAILABLE",
    availableOf,
    servesCountry: (country) => servesCountry(market, country),
    delivery: finding,
    areTaxesExpired,
    isEstimateRefused: !areTaxesExpired && isEstimated && market.outsideFallback === "REFUSED",
  });

  return {
    cart,
    market,
    moment,
    fees,
    lines,
    methods: terms.methods,
    deliveryGroups: groups.map((group, index) => ({
      ...group,
      quoted: quote.delivery[index] ?? null,
    })),
    quote,
    requirements,
    status: cartStatus(requirements),
    totalState: cartTotalState({ delivery: finding, hasAddress: address !== null, isEstimated }),
    warnings: [...cartWarnings(lines, market.currency, moment), ...outsideWarnings(quote, chosen)],
    outside,
    seen,
  };
};

const outsideView = (
  taxes: TaxInquiry | null,
  prices: readonly PriceInquiry[],
): CartView["outside"] => ({
  taxes,
  prices,
  answers: [...prices, ...(taxes ? [taxes] : [])].flatMap(({ known }) => known ?? []),
});

/** Whether a market sells to a country. One without countries sells everywhere. */
export const servesCountry = ({ countries }: MarketView, country: string): boolean =>
  countries.length === 0 || countries.includes(country);

const addressOf = ({ shippingAddress, billingAddress }: CartContent) => {
  const address = shippingAddress ?? billingAddress;
  return address && pick(address);
};

const pick = ({ country, region, postalCode }: Exclude<CartContent["shippingAddress"], null>) => ({
  country,
  region,
  postalCode,
});

/** The lines that have a price here. */
const pricedLines = (
  lines: readonly CartLine[],
  units: ReadonlyMap<VariantId, number>,
  { market, taxes, variants }: TermsOfCart,
  moment: Date,
): readonly PricedCartLine[] =>
  lines.flatMap((line) => {
    const { id, variantId, quantity } = line;
    const variant = variants.get(variantId);
    const total = units.get(variantId) ?? quantity;
    const chosen = variant && choosePrice(variant.prices, total, market.currency, moment);
    if (!variant || !chosen) return [];
    const { taxable, taxCode, prices } = variant;
    const toPrice: LineToPrice = composeLine(
      { id, variant: variantId, quantity, prices, taxable, taxCode },
      taxes.categories,
    );
    return [{ line, variant, toPrice, unitPrice: chosen.price.minorUnits }];
  });

/**
 * Null for any number, and for a variant that is not sold. What is counted and has no record of its
 * stock is sold out.
 * @param held the units that are reserved for the cart
 */
const availableUnits = (variant: VariantToBuy | undefined, held: number): number | null =>
  variant?.tracked && variant.soldOutPolicy === "DENY" ? (variant.available ?? 0) + held : null;

const seenLines = (
  lines: readonly CartLineView[],
  units: ReadonlyMap<VariantId, number>,
): ReadonlyMap<CartLineId, SeenLine> =>
  new Map(
    lines.map(({ line, quoted, available }) => {
      const total = units.get(line.variantId) ?? line.quantity;
      return [
        line.id,
        {
          unitPrice: quoted?.unitPrice.minorUnits ?? null,
          units: total,
          isShort: available !== null && available < total,
        },
      ];
    }),
  );
