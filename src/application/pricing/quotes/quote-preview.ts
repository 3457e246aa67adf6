import { VariantNotFound } from "../../../domain/catalog/catalog.js";
import type { VariantId } from "../../../domain/catalog/ids.js";
import { CustomerGroupNotFound, MarketNotFound } from "../../../domain/pricing/errors.js";
import type { CustomerGroupId } from "../../../domain/pricing/ids.js";
import type { LineToPrice } from "../../../domain/pricing/quote/cart-to-price.js";
import { feesToPrice } from "../../../domain/pricing/fees/fees-to-price.js";
import type { Quote } from "../../../domain/pricing/quote/quote.js";
import type { TaxCategory } from "../../../domain/pricing/tax/tax-category.js";
import { Problems } from "../../../domain/shared/problems.js";
import { storableTime } from "../../../domain/shared/storable-time.js";
import type { CatalogReads } from "../../catalog/ports/catalog-reads.js";
import type { Clock } from "../../shared/clock.js";
import { useCase } from "../../shared/use-case.js";
import type { CustomerGroupReads } from "../ports/customer-group-reads.js";
import type { FeeReads } from "../ports/fee-reads.js";
import type { Markets, MarketView } from "../ports/markets.js";
import { mayReadPricing } from "../ports/permissions.js";
import type { PriceDelivery } from "../ports/price-delivery.js";
import type { ShopTaxes } from "../ports/shop-taxes.js";
import type { VatIds } from "../ports/vat-ids.js";
import { marketThen } from "../price-history/market-then.js";
import { checkQuoteSize } from "./check-quote-size.js";
import { composeLine, composeQuote } from "./compose-quote.js";
import { partId, quotedCharges, quotedDiscounts, quotedVariants } from "./quote-parts.js";
import type { QuoteLineRequest, QuoteRequest } from "./quote-request.js";
import { quotedDelivery } from "./quoted-delivery.js";
import { quotedPrices, type QuotedPricesNeeds } from "./quoted-prices.js";
import { quotedBuyer } from "./quoted-buyer.js";

interface Needs extends QuotedPricesNeeds {
  readonly markets: Markets;
  readonly shopTaxes: ShopTaxes;
  readonly catalogReads: Pick<CatalogReads, "variantsById">;
  readonly vatIds: VatIds;
  readonly customerGroupReads: CustomerGroupReads;
  readonly feeReads: FeeReads;
  readonly priceDelivery: PriceDelivery;
  readonly clock: Clock;
}

/** A quote, with what it was made for. */
export interface QuotePreview {
  readonly quote: Quote;
  /** As it is now. */
  readonly market: MarketView;
  readonly moment: Date;
}

/**
 * What a cart would cost at a moment, or did, and why. Nothing is stored. Rates, prices, price lists
 * and the terms of the market are those of the moment; fees, zones, categories and delivery options
 * are those of now. Three statements now, four in the future and five in the past; three more after
 * a change of taxes, and three more for a delivery option.
 */
export const quotePreview = useCase(
  mayReadPricing,
  (needs: Needs) =>
    async (request: QuoteRequest): Promise<QuotePreview> => {
      const marketNow = await marketOf(needs.markets, request.market ?? null);
      const now = needs.clock.now();
      const moment = storableTime(request.asOf ?? now);
      const market =
        moment < now ? await marketThen(needs.priceHistory, marketNow, { moment, now }) : marketNow;
      const taxes = await needs.shopTaxes.current();
      const { currency } = market;
      const problems = new Problems();
      const variants = quotedVariants(request.lines, problems);
      const parts = {
        discounts: quotedDiscounts(request.discounts ?? [], request.lines, currency, problems),
        delivery: quotedCharges(
          "delivery",
          request.delivery ?? [],
          taxes.categories,
          currency,
          problems,
        ),
        fees: quotedCharges("fees", request.fees ?? [], taxes.categories, currency, problems),
        buyer: quotedBuyer(request.buyer ?? {}, needs.vatIds, problems),
      };
      problems.throwIfAny();
      const group = request.buyer?.customerGroup ?? null;
      const customerGroup = group === null ? null : await groupOf(needs.customerGroupReads, group);
      const buyer = { market, customerGroup };
      const [taxed, prices, fees] = await Promise.all([
        needs.catalogReads.variantsById(variants, { sees: "everything" }, VARIANT_FIELDS),
        quotedPrices(needs, variants, buyer, { moment, now }),
        needs.feeReads.all(),
      ]);
      const taxOf = new Map(taxed.map((variant) => [variant.id, variant]));
      const lines = request.lines.map((line, index) =>
        lineToPrice(line, index, variants[index], { taxOf, prices }, taxes.categories, problems),
      );
      const units = request.lines.reduce((sum, { quantity }) => sum + quantity, 0);
      const base = { currency, units, categories: taxes.categories };
      const charged = feesToPrice(fees, request.feeKeys ?? [], base, "feeKeys", problems);
      problems.throwIfAny();
      const cart = {
        ...parts,
        fees: [...parts.fees, ...charged],
        lines: lines.flatMap((line) => line ?? []),
      };
      checkQuoteSize(cart);
      const option = request.deliveryOption ?? null;
      if (option !== null) {
        const { categories } = taxes;
        const { address } = cart.buyer;
        const delivery = { option, lines: cart.lines, variants: taxOf, address, market, moment };
        const charge = await quotedDelivery(needs.priceDelivery, { ...delivery, categories });
        cart.delivery = [...cart.delivery, charge];
      }
      const quote = composeQuote(cart, market, taxes, moment);
      return { quote, market: marketNow, moment };
    },
);

const VARIANT_FIELDS = new Set([
  "taxable",
  "taxCode",
  "weightMilligrams",
  "requiresShipping",
] as const);

/** @throws MarketNotFound */
const marketOf = async (markets: Markets, key: string | null): Promise<MarketView> => {
  const all = await markets.all();
  const market = all.find((one) => (key === null ? one.isDefault : one.key === key));
  if (!market) throw new MarketNotFound(key ?? "").mapPath(() => ["market"]);
  return market;
};

/** @throws CustomerGroupNotFound */
const groupOf = async (groups: CustomerGroupReads, key: string): Promise<CustomerGroupId> => {
  const group = (await groups.all()).find((one) => one.key === key);
  if (!group) throw new CustomerGroupNotFound(key, ["buyer", "customerGroup"]);
  return group.id;
};

interface Found {
  readonly taxOf: ReadonlyMap<
    VariantId,
    { readonly taxable?: boolean; readonly taxCode?: string | null }
  >;
  readonly prices: Awaited<ReturnType<typeof quotedPrices>>;
}

const lineToPrice = (
  { variantId, quantity }: QuoteLineRequest,
  index: number,
  variant: VariantId | undefined,
  { taxOf, prices }: Found,
  categories: readonly TaxCategory[],
  problems: Problems,
): LineToPrice | null => {
  const tax = variant && taxOf.get(variant);
  if (!variant || !tax) {
    problems.add(new VariantNotFound(variantId, ["lines", String(index), "variantId"]));
    return null;
  }
  const { taxable, taxCode } = tax;
  const id = partId(index);
  return composeLine(
    { id, variant, quantity, prices: prices.get(variant), taxable, taxCode },
    categories,
  );
};
