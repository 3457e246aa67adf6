import { type Parcel, parcelOf, type LineToDeliver } from "../../../domain/delivery/parcel.js";
import { choosePrice, LineWithoutPrice } from "../../../domain/pricing/pricing.js";
import { TooMany } from "../../../domain/shared/too-many.js";
import type { CatalogReads } from "../../catalog/ports/catalog-reads.js";
import type { MarketView } from "../../pricing/ports/markets.js";
import type { PriceCandidates } from "../../pricing/ports/price-candidates.js";
import { parseId } from "../../shared/ids.js";

export interface RequestedLine {
  /** As received: what is no id of a variant cannot be bought. */
  readonly variantId: string;
  /** Whole units, 1 to `MAX_QUANTITY`. */
  readonly quantity: number;
}

export const MAX_LINES = 200;
export const MAX_QUANTITY = 100_000;

export interface ParcelReads {
  readonly catalogReads: Pick<CatalogReads, "variantsById">;
  readonly priceCandidates: PriceCandidates;
}

/**
 * The lines together, with their prices and weights, in two statements. Quantity breaks count all
 * units of a variant, as in a quote.
 * @throws LineWithoutPrice, TooMany
 */
export const readParcel = async (
  { catalogReads, priceCandidates }: ParcelReads,
  lines: readonly RequestedLine[],
  market: MarketView,
  at: Date,
): Promise<Parcel> => {
  const ids = [...new Set(lines.flatMap(({ variantId }) => parseId("variant", variantId) ?? []))];
  const [visible, prices] = await Promise.all([
    catalogReads.variantsById(ids, { sees: "visible", at }, SHIPPED),
    priceCandidates.ofVariants(ids, { market, customerGroup: null }, at),
  ]);
  const variants = new Map(visible.map((variant) => [String(variant.id), variant]));
  const units = new Map<string, number>();
  for (const { variantId, quantity } of lines)
    units.set(variantId, (units.get(variantId) ?? 0) + quantity);
  const { currency } = market;
  const found = lines.map(({ variantId, quantity }, index): LineToDeliver => {
    const variant = variants.get(variantId);
    const candidates = variant && prices.get(variant.id);
    const chosen =
      candidates && choosePrice(candidates, units.get(variantId) ?? quantity, currency, at);
    // Also of a variant that the shop does not show.
    if (!variant || !chosen)
      throw new LineWithoutPrice(variantId, currency, ["lines", String(index), "variantId"]);
    const { weightMilligrams = null, requiresShipping = true } = variant;
    return { quantity, price: chosen.price.minorUnits, weightMilligrams, requiresShipping };
  });
  const parcel = parcelOf(found);
  if (!parcel) throw new TooMany("units", Number.MAX_SAFE_INTEGER, MAX_QUANTITY);
  return parcel;
};

const SHIPPED = new Set(["weightMilligrams", "requiresShipping"] as const);
