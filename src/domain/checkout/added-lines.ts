import { InvalidLineQuantity } from "../pricing/pricing.js";
import { Problems } from "../shared/problems.js";
import { TooMany } from "../shared/too-many.js";
import type { Attributes } from "./attributes.js";
import { identityOf, type CartContent, type CartLine } from "./cart-content.js";
import { CART_LIMITS } from "./cart-limits.js";
import { CartLineNotFound, CartTooLarge } from "./errors.js";
import type { CartLineId } from "./ids.js";

type Addition = Pick<CartLine, "variantId" | "quantity" | "attributes">;

/**
 * Lines with others added: those of the same variant and attributes become one.
 * @throws Refused with InvalidLineQuantity; TooMany
 */
export const addedLines = (
  lines: readonly CartLine[],
  additions: readonly Addition[],
  nextId: () => CartLineId,
): readonly CartLine[] => {
  const problems = new Problems();
  const byIdentity = new Map(lines.map((line) => [identityOf(line), line]));
  for (const [index, { variantId, quantity, attributes }] of additions.entries()) {
    const path = ["lines", String(index), "quantity"];
    if (!isQuantity(quantity)) {
      problems.add(new InvalidLineQuantity(quantity, CART_LIMITS.quantity, path));
      continue;
    }
    const identity = identityOf({ variantId, attributes });
    const known = byIdentity.get(identity);
    const sum = (known?.quantity ?? 0) + quantity;
    if (!isQuantity(sum)) problems.add(new InvalidLineQuantity(sum, CART_LIMITS.quantity, path));
    else if (known) byIdentity.set(identity, { ...known, quantity: sum });
    else byIdentity.set(identity, { id: nextId(), variantId, quantity, attributes, seen: null });
  }
  if (byIdentity.size > CART_LIMITS.lines)
    problems.add(
      new TooMany("lines of a cart", byIdentity.size, CART_LIMITS.lines).prefixPath(["lines"]),
    );
  problems.throwIfAny();
  return [...byIdentity.values()];
};

/** @throws Refused with CartLineNotFound, InvalidLineQuantity */
export const changedLines = (
  lines: readonly CartLine[],
  changes: readonly { readonly id: string; readonly quantity: number }[],
): readonly CartLine[] => {
  const problems = new Problems();
  const byId = new Map<string, CartLine>(lines.map((line) => [line.id, line]));
  for (const [index, { id, quantity }] of changes.entries()) {
    const path = ["lines", String(index)];
    const line = byId.get(id);
    if (!line) problems.add(new CartLineNotFound(id, [...path, "id"]));
    else if (isQuantity(quantity)) byId.set(id, { ...line, quantity });
    else
      problems.add(new InvalidLineQuantity(quantity, CART_LIMITS.quantity, [...path, "quantity"]));
  }
  problems.throwIfAny();
  return [...byId.values()];
};

/** @throws Refused with CartLineNotFound */
export const withoutLines = (
  lines: readonly CartLine[],
  ids: readonly string[],
): readonly CartLine[] => {
  const problems = new Problems();
  const byId = new Map<string, CartLine>(lines.map((line) => [line.id, line]));
  for (const [index, id] of ids.entries())
    if (!byId.delete(id)) problems.add(new CartLineNotFound(id, ["lineIds", String(index)]));
  problems.throwIfAny();
  return [...byId.values()];
};

/** @throws CartTooLarge */
export const checkAttributeSize = ({
  lines,
  attributes,
}: Pick<CartContent, "lines" | "attributes">): void => {
  const all = [attributes, ...lines.map((line) => line.attributes)];
  const characters = all.reduce((sum, one) => sum + charactersOf(one), 0);
  if (characters > CART_LIMITS.attributeCharacters)
    throw new CartTooLarge(CART_LIMITS.attributeCharacters);
};

const charactersOf = (attributes: Attributes): number =>
  Object.entries(attributes).reduce((sum, [key, value]) => sum + key.length + value.length, 0);

const isQuantity = (quantity: number): boolean =>
  Number.isSafeInteger(quantity) && quantity >= 1 && quantity <= CART_LIMITS.quantity;
