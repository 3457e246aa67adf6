import { fieldChange, type FieldChange } from "../../../domain/catalog/catalog.js";
import type { OwnPrice } from "../../../domain/pricing/own-price.js";
import type { PriceInList } from "../../../domain/pricing/price-in-list.js";
import type { Money } from "../../../domain/shared/money.js";

const PRICE_FIELDS = ["price", "compareAt", "cost"] as const;

/** The changes of a price for the history of its product, under `variants.<id>`. */
export const priceChanges = ({
  variantId,
  before,
  price,
}: Pick<OwnPrice, "variantId" | "before" | "price">): readonly FieldChange[] =>
  PRICE_FIELDS.flatMap((field) =>
    fieldChange(`variants.${variantId}.${field}`, amount(before?.[field]), amount(price?.[field])),
  );

/**
 * The changes of a price in a list for the history of its product, under
 * `variants.<id>.prices.<key of the price list>`; that of a quantity break under `.from-<quantity>`.
 */
export const listPriceChanges = (
  { variantId, minimumQuantity, before, price }: PriceInList,
  key: string,
): readonly FieldChange[] => {
  const path = `variants.${variantId}.prices.${key}${minimumQuantity === 1 ? "" : `.from-${minimumQuantity}`}`;
  return [
    ...fieldChange(path, amount(before?.price), amount(price?.price)),
    ...fieldChange(`${path}.compareAt`, amount(before?.compareAt), amount(price?.compareAt)),
  ];
};

/** An amount as the history of a product contains it: `12.90 EUR`. */
const amount = (money: Money | null | undefined): string | null =>
  money ? `${money.toDecimal()} ${money.currency}` : null;
