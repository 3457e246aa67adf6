import { VariantNotFound } from "../../../domain/catalog/catalog.js";
import { checkedAttributes, type AttributeRequest } from "../../../domain/checkout/attributes.js";
import type { LineToAdd } from "../../../domain/checkout/cart.js";
import { LineWithoutPrice } from "../../../domain/pricing/pricing.js";
import { Problems } from "../../../domain/shared/problems.js";
import { parseId } from "../../shared/ids.js";
import type { CartView } from "./cart-view.js";

export interface LineRequest {
  readonly variantId: string;
  readonly quantity: number;
  readonly attributes?: readonly AttributeRequest[] | null | undefined;
}

/** @throws Refused with VariantNotFound, and as `checkedAttributes` does */
export const linesToAdd = (requests: readonly LineRequest[]): readonly LineToAdd[] => {
  const problems = new Problems();
  const lines = requests.flatMap(({ variantId, quantity, attributes }, index) => {
    const path = ["lines", String(index)];
    const id = parseId("variant", variantId);
    if (!id) problems.add(new VariantNotFound(variantId, [...path, "variantId"]));
    const checked = problems.collect(
      () => checkedAttributes(attributes ?? []),
      ...path,
      "attributes",
    );
    return id && checked ? [{ variantId: id, quantity, attributes: checked }] : [];
  });
  problems.throwIfAny();
  return lines;
};

/**
 * Refuses lines that nobody could buy: of hidden or missing variants, and without a price here.
 * @throws Refused with VariantNotFound, LineWithoutPrice
 */
export const checkAdded =
  (requests: readonly LineRequest[]) =>
  ({ lines, market }: CartView): void => {
    const problems = new Problems();
    const byVariant = new Map(lines.map((line) => [String(line.line.variantId), line]));
    for (const [index, { variantId }] of requests.entries()) {
      const path = ["lines", String(index), "variantId"];
      const found = byVariant.get(variantId);
      if (!found?.variant) problems.add(new VariantNotFound(variantId, path));
      else if (!found.quoted) problems.add(new LineWithoutPrice(variantId, market.currency, path));
    }
    problems.throwIfAny();
  };
