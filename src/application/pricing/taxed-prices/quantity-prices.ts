import type { VariantId } from "../../../domain/catalog/ids.js";
import type { QuantityPrice } from "../../../domain/pricing/price-lists/price-candidates.js";
import { quantityPricesOf } from "../../../domain/pricing/price-lists/quantity-prices-of.js";
import type { TaxedPrice } from "../../../domain/pricing/quote/unit-taxes.js";
import type { CatalogReads } from "../../catalog/ports/catalog-reads.js";
import { useCase } from "../../shared/use-case.js";
import { anybody } from "../../shared/viewer.js";
import type { PriceCandidates } from "../ports/price-candidates.js";
import { taxesAt, type PriceTaxesNeeds } from "./price-taxes.js";

interface Needs extends PriceTaxesNeeds {
  readonly priceCandidates: PriceCandidates;
  readonly catalogReads: Pick<CatalogReads, "variantsById">;
}

interface QuantityPricesRequest {
  readonly variants: readonly VariantId[];
  /** The key of the market. */
  readonly market: string;
  readonly moment: Date;
  /** Whether the prices are wanted with and without tax too, which takes a second statement. */
  readonly withTaxes?: boolean;
}

interface TaxedQuantityPrice extends QuantityPrice {
  /** Of one unit; left out when it is not wanted. */
  readonly taxed?: TaxedPrice;
}

/** What variants cost in a market by the number of units. Missing variants are absent. */
export const quantityPrices = useCase(
  anybody,
  (needs: Needs) =>
    async ({
      variants,
      market: key,
      moment,
      withTaxes = false,
    }: QuantityPricesRequest): Promise<ReadonlyMap<VariantId, readonly TaxedQuantityPrice[]>> => {
      const market = (await needs.markets.all()).find((one) => one.key === key);
      if (!market) return new Map();
      const buyer = { market, customerGroup: null };
      const [candidates, tax] = await Promise.all([
        needs.priceCandidates.ofVariants(variants, buyer, moment),
        withTaxes ? taxesOf(needs, variants, { market: key, moment }) : NO_TAXES,
      ]);
      return new Map(
        [...candidates].map(([id, prices]) => [
          id,
          quantityPricesOf(prices, market.currency, moment).flatMap((price) => tax(id, price)),
        ]),
      );
    },
);

type Tax = (id: VariantId, price: QuantityPrice) => TaxedQuantityPrice | [];

const NO_TAXES: Tax = (_id, price) => price;

/** Prices of a variant or in a market that is deleted meanwhile are left out. */
const taxesOf = async (
  needs: Needs,
  variants: readonly VariantId[],
  at: Parameters<typeof taxesAt>[1],
): Promise<Tax> => {
  const [taxes, views] = await Promise.all([
    taxesAt(needs, at),
    needs.catalogReads.variantsById(variants, { sees: "everything" }, TAX_FIELDS),
  ]);
  const known = new Map(views.map((view) => [view.id, view]));
  return (id, price) => {
    const variant = known.get(id);
    if (!taxes || !variant) return [];
    const { taxable = true, taxCode = null } = variant;
    return { ...price, taxed: taxes.of(price.price, { taxable, taxCode }) };
  };
};

const TAX_FIELDS = new Set(["taxable", "taxCode"] as const);
