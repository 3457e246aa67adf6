import type { VariantId } from "../../../domain/catalog/ids.js";
import { withPath } from "../../../domain/shared/domain-error.js";
import { Money } from "../../../domain/shared/money.js";
import { Problems } from "../../../domain/shared/problems.js";
import { listPrice, type ListPrice, type PriceListSnapshot } from "../../pricing/pricing.js";
import { change, type Work } from "../../shared/change.js";
import { mayWritePricing } from "../../pricing/ports/permissions.js";
import type { EditStores } from "../product-edit/lock-products.js";
import { editListPrices, type ListPricesCommand } from "./edit-list-prices.js";
import { priceWarnings } from "./price-warnings.js";
import { toPricePath } from "./to-price-path.js";

/** Amounts are decimals with a point in the currency of the price list. */
interface ListPriceInput {
  readonly variantId: string;
  readonly price: string;
  readonly compareAtPrice?: string | null | undefined;
}

/**
 * Sets prices of variants in a price list. Each product is saved once, however many of its variants
 * are named.
 */
export const priceListPricesSet = change(
  mayWritePricing,
  (command: ListPricesCommand<ListPriceInput>, work: Work<EditStores>) =>
    editListPrices(command, work, (input, variantId, list) => {
      const price = listPriceFromInput(input, variantId, list);
      return { price, warnings: priceWarnings({ ...price, cost: null }, []) };
    }),
);

/** @throws Refused with InvalidAmount, NegativePrice */
const listPriceFromInput = (
  { price: text, compareAtPrice }: ListPriceInput,
  variantId: VariantId,
  { id: priceList, currency }: PriceListSnapshot,
): ListPrice => {
  const problems = new Problems();
  const price = problems.collect(() => Money.parse(text, currency), "price");
  const compareAt =
    compareAtPrice == null
      ? null
      : problems.collect(() => Money.parse(compareAtPrice, currency), "compareAtPrice");
  problems.throwIfAny();
  if (!price || compareAt === undefined)
    throw new Error("An amount without problems was not read.");
  return withPath(toPricePath, () => listPrice({ priceList, variantId, price, compareAt }));
};
