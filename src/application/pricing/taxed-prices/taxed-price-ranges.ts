import type { ProductId } from "../../../domain/catalog/ids.js";
import { taxedRange, type TaxedRange } from "../../../domain/pricing/quote/taxed-range.js";
import type { PricesAndStock } from "../../catalog/ports/prices-and-stock.js";
import type { ShoppingContext } from "../../shared/shopping-context.js";
import { useCase } from "../../shared/use-case.js";
import { anybody } from "../../shared/viewer.js";
import { taxesAt, type PriceTaxesNeeds } from "./price-taxes.js";

interface Needs extends PriceTaxesNeeds {
  readonly pricesAndStock: Pick<PricesAndStock, "pricesOfProducts">;
}

interface TaxedPriceRangesRequest {
  readonly products: readonly ProductId[];
  readonly shoppingContext: ShoppingContext;
}

/**
 * The price ranges of products with and without tax, in one statement. Products whose variants have
 * no price are absent.
 */
export const taxedPriceRanges = useCase(
  anybody,
  (needs: Needs) =>
    async ({
      products,
      shoppingContext,
    }: TaxedPriceRangesRequest): Promise<ReadonlyMap<ProductId, TaxedRange>> => {
      const taxes = await taxesAt(needs, shoppingContext);
      if (!taxes) return new Map();
      const prices = await needs.pricesAndStock.pricesOfProducts(products, shoppingContext);
      return new Map(
        [...prices].flatMap(([id, shown]) => {
          const range = taxedRange(shown.map(({ price, ...variant }) => taxes.of(price, variant)));
          return range ? [[id, range] as const] : [];
        }),
      );
    },
);
