import { type Parcel, parcelOf, type LineToDeliver } from "../../../domain/delivery/parcel.js";
import { LineWithoutPrice } from "../../../domain/pricing/pricing.js";
import { TooMany } from "../../../domain/shared/too-many.js";
import type { CatalogReads } from "../../catalog/ports/catalog-reads.js";
import { parseId } from "../../shared/ids.js";
import type { Viewer } from "../../shared/viewer.js";

export interface RequestedLine {
  /** As received: what is no id of a variant cannot be bought. */
  readonly variantId: string;
  /** Whole units, 1 to `MAX_QUANTITY`. */
  readonly quantity: number;
}

export const MAX_LINES = 200;
export const MAX_QUANTITY = 100_000;

/**
 * The lines together, with their prices and weights, in one statement.
 * @throws LineWithoutPrice, TooMany
 */
export const readParcel = async (
  catalogReads: CatalogReads,
  lines: readonly RequestedLine[],
  { shoppingContext }: Viewer,
  currency: string,
  at: Date,
): Promise<Parcel> => {
  const variants = new Map(
    (
      await catalogReads.variantsById(
        [...new Set(lines.flatMap(({ variantId }) => parseId("variant", variantId) ?? []))],
        { sees: "visible", at, ...(shoppingContext && { shoppingContext }) },
        new Set(["weightMilligrams", "requiresShipping"]),
        { fields: new Set(["price"]), ...(shoppingContext && { shoppingContext }) },
      )
    ).map((variant) => [String(variant.id), variant]),
  );
  const found = lines.map(({ variantId, quantity }, index): LineToDeliver => {
    const variant = variants.get(variantId);
    if (variant?.priceAndStock instanceof Error) throw variant.priceAndStock;
    const price = variant?.priceAndStock?.price;
    // Also of a variant that the shop does not show.
    if (!variant || price?.currency !== currency)
      throw new LineWithoutPrice(variantId, currency, ["lines", String(index), "variantId"]);
    const { weightMilligrams = null, requiresShipping = true } = variant;
    return { quantity, price: price.minorUnits, weightMilligrams, requiresShipping };
  });
  const parcel = parcelOf(found);
  if (!parcel) throw new TooMany("units", Number.MAX_SAFE_INTEGER, MAX_QUANTITY);
  return parcel;
};
