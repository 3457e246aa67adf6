import { PriceListNotFound } from "../../../domain/pricing/errors.js";
import type { Market, MarketContent, MarketTerms } from "../../../domain/pricing/markets/market.js";
import type { MarketCheckoutTerms } from "../../../domain/pricing/markets/market-checkout-terms.js";
import type { MarketTaxTerms } from "../../../domain/pricing/markets/market-tax-terms.js";
import type { PriceList } from "../../../domain/pricing/price-list.js";
import type { RoundingMode } from "../../../domain/pricing/rounding/rounding-mode.js";
import { Money } from "../../../domain/shared/money.js";
import { Problems } from "../../../domain/shared/problems.js";
import { parseId } from "../../shared/ids.js";
import { patchedValue, type Patch } from "../../shared/patch.js";
import type { MarketStores } from "./lock-market.js";

/** Changes to a market. A `name` of null: the key. */
export interface MarketPatch extends Patch<
  Pick<
    MarketContent,
    | "key"
    | "name"
    | "countries"
    | "currency"
    | "locales"
    | "pricesIncludeTax"
    | "showsLowestPrice"
    | "taxRounding"
    | "outsideFallback"
    | "cartReservationMinutes"
  >
> {
  /** Null: the own prices of the variants. */
  readonly priceListId?: string | null | undefined;
  /** Null: the first country. */
  readonly domesticAddress?: DomesticAddressInput | null | undefined;
  /** All of them. Null: none. */
  readonly payableRoundings?: readonly PayableRoundingInput[] | null | undefined;
}

interface DomesticAddressInput {
  readonly country: string;
  readonly region?: string | null | undefined;
}

interface PayableRoundingInput {
  /** Null: all payment methods that have no rounding of their own. */
  readonly paymentMethod?: string | null | undefined;
  /** The smallest amount that can be paid, a decimal with a point in the currency of the market. */
  readonly increment: string;
  /** To the nearest when left out. */
  readonly mode?: RoundingMode | null | undefined;
}

/**
 * The tax terms of a market after a patch. @param currency of the market, ISO 4217
 * @throws Refused with InvalidAmount
 */
export const patchedTaxTerms = (
  { taxRounding, domesticAddress, payableRoundings }: MarketPatch,
  stored: MarketTaxTerms,
  currency: string,
): MarketTaxTerms => {
  const problems = new Problems();
  const roundings = payableRoundings?.map(({ paymentMethod, increment, mode }, index) => ({
    paymentMethod: paymentMethod ?? null,
    increment:
      problems.collect(
        () => Money.parse(increment, currency).minorUnits,
        "payableRoundings",
        String(index),
        "increment",
      ) ?? 1,
    mode: mode ?? "HALF_UP",
  }));
  problems.throwIfAny();
  return {
    taxRounding: taxRounding ?? stored.taxRounding,
    domesticAddress:
      domesticAddress === undefined
        ? stored.domesticAddress
        : domesticAddress && {
            country: domesticAddress.country,
            region: domesticAddress.region ?? null,
          },
    payableRoundings: roundings ?? (payableRoundings === null ? [] : stored.payableRoundings),
  };
};

/** The terms of a market about carts and orders after a patch. */
export const patchedCheckoutTerms = (
  { outsideFallback, cartReservationMinutes }: MarketPatch,
  stored: MarketCheckoutTerms,
): MarketCheckoutTerms => ({
  outsideFallback: outsideFallback ?? stored.outsideFallback,
  cartReservationMinutes: patchedValue(cartReservationMinutes, stored.cartReservationMinutes, null),
});

/** Locks the price list of a market, so that it is not deleted. @throws PriceListNotFound */
export const lockPriceListOf = async (
  { priceLists }: MarketStores,
  { priceListId }: MarketPatch,
  stored: MarketContent["priceList"],
): Promise<PriceList | null> => {
  if (priceListId === null) return null;
  const id = priceListId === undefined ? stored : parseId("pricelist", priceListId);
  if (priceListId !== undefined && !id) throw new PriceListNotFound(priceListId, ["priceListId"]);
  try {
    return id && (await priceLists.get(id));
  } catch (error) {
    throw error instanceof PriceListNotFound ? error.mapPath(() => ["priceListId"]) : error;
  }
};

export const termsOf = (defaultMarket: Market, list: PriceList | null): MarketTerms => ({
  baseCurrency: defaultMarket.snapshot().currency,
  priceList: list && list.snapshot(),
});
