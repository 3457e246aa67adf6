import type { VariantId } from "../catalog/ids.js";
import type { DeliveryOptionId } from "../delivery/ids.js";
import type { MarketId } from "../pricing/ids.js";
import type { PostalAddress } from "../shared/postal-address.js";
import type { SalesChannel } from "../shared/sales-channel.js";
import type { Attributes } from "./attributes.js";
import type { CartHold } from "./cart-hold.js";
import type { CartLineId } from "./ids.js";
import type { OutsideAnswer } from "./outside-answer.js";

/** Everything that a buyer has put into a cart, in its stored form. */
export interface CartContent {
  readonly market: MarketId;
  readonly salesChannel: SalesChannel;
  /** In the order in which they were added. */
  readonly lines: readonly CartLine[];
  readonly buyer: CartBuyer;
  readonly shippingAddress: PostalAddress | null;
  /** Null: the shipping address. */
  readonly billingAddress: PostalAddress | null;
  readonly delivery: readonly DeliveryChoice[];
  readonly note: string | null;
  readonly attributes: Attributes;
  /** Those to what the cart was when it was last changed; left out: none was asked for. */
  readonly outsideAnswers?: readonly OutsideAnswer[];
  /** Null or left out: no units are reserved for it. */
  readonly hold?: CartHold | null;
}

export interface CartLine {
  readonly id: CartLineId;
  readonly variantId: VariantId;
  /** Whole units, at least 1. */
  readonly quantity: number;
  readonly attributes: Attributes;
  /** What the buyer has seen last; null before anything was shown. */
  readonly seen: SeenLine | null;
}

/** What an answer said of a line, to tell the buyer what has changed since then. */
export interface SeenLine {
  /** Of one unit, in minor units; null when it had no price. */
  readonly unitPrice: number | null;
  /** The units of the variant in the cart. */
  readonly units: number;
  /** Whether there were fewer units than that. */
  readonly isShort: boolean;
}

export interface CartBuyer {
  readonly email: string | null;
  readonly phone: string | null;
  /** In its plain form. */
  readonly vatId: string | null;
}

/** The delivery option that was chosen for lines that travel together. */
export interface DeliveryChoice {
  /** The key of the delivery group. */
  readonly group: string;
  readonly option: DeliveryOptionId;
}

/** The key of the delivery group of all lines that are sent. */
export const DELIVERY_GROUP = "1";

/** What lines must have in common to be one. */
export const identityOf = (line: Pick<CartLine, "variantId" | "attributes">): string =>
  JSON.stringify([line.variantId, line.attributes]);

/** How many units of each variant the lines have together. */
export const unitsByVariant = (
  lines: readonly Pick<CartLine, "variantId" | "quantity">[],
): ReadonlyMap<VariantId, number> => {
  const units = new Map<VariantId, number>();
  for (const { variantId, quantity } of lines)
    units.set(variantId, (units.get(variantId) ?? 0) + quantity);
  return units;
};
