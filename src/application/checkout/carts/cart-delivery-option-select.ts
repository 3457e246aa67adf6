import { DELIVERY_GROUP } from "../../../domain/checkout/cart-content.js";
import {
  DeliveryGroupNotFound,
  DeliveryOptionNotOffered,
} from "../../../domain/checkout/errors.js";
import { parseId } from "../../shared/ids.js";
import type { CartView } from "./cart-view.js";
import { cartChange, type CartTarget } from "./cart-change.js";

export interface CartDeliveryOptionSelect extends CartTarget {
  readonly deliveryOptionId: string;
  /** Left out: the only group. */
  readonly deliveryGroup?: string | null | undefined;
}

/** Chooses how the lines of a delivery group are sent. */
export const cartDeliveryOptionSelect = cartChange((command: CartDeliveryOptionSelect) => {
  const group = command.deliveryGroup ?? DELIVERY_GROUP;
  const option = parseId("deliveryoption", command.deliveryOptionId);
  if (!option) throw new DeliveryOptionNotOffered(command.deliveryOptionId);
  return {
    edit: (cart, now) => cart.chooseDelivery({ group, option }, now),
    check: checkOffered(group, option),
  };
});

const checkOffered =
  (key: string, id: string) =>
  ({ deliveryGroups }: CartView): void => {
    const group = deliveryGroups.find((one) => one.key === key);
    if (!group) throw new DeliveryGroupNotFound(key);
    const offer = group.offers.find(({ option }) => option.id === id);
    if (!offer?.price) throw new DeliveryOptionNotOffered(id);
  };
