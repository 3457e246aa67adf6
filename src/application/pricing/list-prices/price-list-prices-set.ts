import { withPath } from "../../../domain/shared/domain-error.js";
import { Money } from "../../../domain/shared/money.js";
import { Problems } from "../../../domain/shared/problems.js";
import { listPrice, type ListPrice } from "../../../domain/pricing/list-price.js";
import type { PriceListSnapshot } from "../../../domain/pricing/price-list.js";
import { change, type Work } from "../../shared/change.js";
import { mayWritePricing } from "../ports/permissions.js";
import type { PriceWriteStores } from "../prices/after-price-changes.js";
import { priceWarnings } from "../prices/price-warnings.js";
import {
  editListPrices,
  toListPricePath,
  type ListPricesCommand,
  type ListPriceTarget,
} from "./edit-list-prices.js";

/** Amounts are decimals with a point in the currency of the price list. */
interface ListPriceInput extends ListPriceTarget {
  readonly price: string;
  readonly compareAtPrice?: string | null | undefined;
}

/** Sets prices of variants in a price list. */
export const priceListPricesSet = change(
  mayWritePricing,
  (command: ListPricesCommand<ListPriceInput>, work: Work<PriceWriteStores>) =>
    editListPrices(command, work, (input, target, list) => {
      const price = listPriceFromInput(input, target, list);
      return { price, warnings: priceWarnings({ ...price, cost: null }, []) };
    }),
);

/** @throws Refused with InvalidAmount, NegativePrice, InvalidMinimumQuantity */
const listPriceFromInput = (
  { price: text, compareAtPrice }: ListPriceInput,
  target: Pick<ListPrice, "variantId" | "minimumQuantity">,
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
  return withPath(toListPricePath, () => listPrice({ ...target, priceList, price, compareAt }));
};
