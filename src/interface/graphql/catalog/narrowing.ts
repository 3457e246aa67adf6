import type { ProductFilter } from "../../../application/catalog/ports.js";
import { Money } from "../../../domain/shared/money.js";
import type { NarrowingInput } from "./inputs.js";

type Narrowed = Pick<
  ProductFilter,
  "tags" | "vendors" | "types" | "minPrice" | "maxPrice" | "available" | "onSale"
>;

/** What lists and the search are narrowed down by alike, in the words of the application. @throws InvalidAmount */
export const narrowing = (
  { tags, vendors, productTypes, price, available, onSale }: NarrowingInput,
  currency: string,
): Narrowed => ({
  ...(tags && { tags }),
  ...(vendors && { vendors }),
  ...(productTypes && { types: productTypes }),
  ...(price?.min != null && { minPrice: Money.parse(price.min, currency) }),
  ...(price?.max != null && { maxPrice: Money.parse(price.max, currency) }),
  ...(available != null && { available }),
  ...(onSale != null && { onSale }),
});
