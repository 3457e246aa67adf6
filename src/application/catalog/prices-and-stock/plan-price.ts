import type { VariantId } from "../../../domain/catalog/ids.js";
import { deepEqual } from "../../../domain/shared/deep-equal.js";
import { Money } from "../../../domain/shared/money.js";
import { Problems } from "../../../domain/shared/problems.js";
import { variantPrice, type VariantPrice } from "../../pricing/pricing.js";
import type { Change, PriceAndStockInput } from "./price-and-stock-input.js";

/**
 * Works out the change of a price. A variant without a price has neither a crossed-out price nor a
 * cost.
 * @param onFieldsWithoutPrice receives such fields when the input has them without a price
 * @throws Refused with NegativePrice, InvalidAmount; CurrencyMismatch
 */
export const planPrice = (
  variantId: VariantId,
  input: PriceAndStockInput,
  stored: VariantPrice | undefined,
  currency: string,
  onFieldsWithoutPrice: (fields: readonly ("compareAt" | "cost")[]) => void,
): Change<VariantPrice> => {
  const problems = new Problems();
  const money = (field: (typeof FIELDS)[number]): Money | null => {
    const text = input[field];
    if (text === undefined) return stored?.[field] ?? null;
    return text === null
      ? null
      : (problems.collect(() => Money.parse(text, currency), field) ?? null);
  };
  const [price, compareAt, cost] = [money("price"), money("compareAt"), money("cost")];
  problems.throwIfAny();
  if (!price) {
    const withoutPrice = (["compareAt", "cost"] as const).filter((field) => input[field] != null);
    if (withoutPrice.length > 0) onFieldsWithoutPrice(withoutPrice);
    return stored ? null : undefined;
  }
  const next = variantPrice({ variantId, price, compareAt, cost });
  return stored && FIELDS.every((field) => deepEqual(stored[field], next[field]))
    ? undefined
    : next;
};

const FIELDS = ["price", "compareAt", "cost"] as const;
