import type { ProductFilter } from "../../../../application/catalog/ports/product-list.js";
import { Money } from "../../../../domain/shared/money.js";
import type { CommonFilterInput } from "./common-filter-input.js";

/**
 * The conditions that lists and the search share, as the application expects them.
 * @throws InvalidAmount
 */
export const commonFilter = (
  { tags, vendors, productTypes, price, available, onSale }: CommonFilterInput,
  currency: string,
): CommonFilter => ({
  ...(tags && { tags }),
  ...(vendors && { vendors }),
  ...(productTypes && { types: productTypes }),
  ...(price?.min != null && { minPrice: Money.parse(price.min, currency) }),
  ...(price?.max != null && { maxPrice: Money.parse(price.max, currency) }),
  ...(available != null && { available }),
  ...(onSale != null && { onSale }),
});

type CommonFilter = Pick<
  ProductFilter,
  "tags" | "vendors" | "types" | "minPrice" | "maxPrice" | "available" | "onSale"
>;
