import { withPath } from "../../../domain/shared/domain-error.js";
import { Money } from "../../../domain/shared/money.js";
import { Problems } from "../../../domain/shared/problems.js";
import type { VariantId } from "../../../domain/catalog/ids.js";
import { listPrice, type ListPrice } from "../../../domain/pricing/list-price.js";
import type { PriceListSnapshot } from "../../../domain/pricing/price-list.js";
import { change, type Work } from "../../shared/change.js";
import { mayWritePricing } from "../ports/permissions.js";
import type { PriceWriteStores } from "../prices/after-price-changes.js";
import { priceWarnings } from "../prices/price-warnings.js";
import { toPricePath } from "../prices/to-price-path.js";
import { editListPrices, type ListPricesCommand } from "./edit-list-prices.js";

/** Amounts are decimals with a point in the currency of the price list. */
interface ListPriceInput {
  readonly variantId: string;
  readonly price: string;
  readonly compareAtPrice?: string | null | undefined;
}

/** Sets prices of variants in a price list. */
export const priceListPricesSet = change(
  mayWritePricing,
  (command: ListPricesCommand<ListPriceInput>, work: Work<PriceWriteStores>) =>
    editListPrices(command, work, (input, variantId, list) => {
      const price = listPriceFromInput(input, variantId, list);
      return { price, warnings: priceWarnings({ ...price, cost: null }, []) };
    }),
);

/** @throws Refused with InvalidAmount, NegativePrice */
const listPriceFromInput = (
  { price: text, compareAtPrice }: ListPriceInput,
  variantId: VariantId,
  { id: priceList, currency }: Pick<PriceListSnapshot, "id" | "currency">,
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
