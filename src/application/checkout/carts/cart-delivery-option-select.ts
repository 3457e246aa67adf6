import { DELIVERY_GROUP } from "../../../domain/checkout/cart-content.js";
import {
  DeliveryGroupNotFound,
  DeliveryOptionNotOffered,
} from "../../../domain/checkout/errors.js";
import { change, type Work } from "../../shared/change.js";
import { parseId } from "../../shared/ids.js";
import { anybody } from "../../shared/viewer.js";
import type { CartView } from "./cart-view.js";
import { changeCart, type CartStores, type CartTarget } from "./change-cart.js";

export interface CartDeliveryOptionSelect extends CartTarget {
  readonly deliveryOptionId: string;
  /** Left out: the only group. */
  readonly deliveryGroup?: string | null | undefined;
}

/** Chooses how the lines of a delivery group are sent. */
export const cartDeliveryOptionSelect = change(
  anybody,
  async (command: CartDeliveryOptionSelect, work: Work<CartStores>, _needs: object) => {
    const group = command.deliveryGroup ?? DELIVERY_GROUP;
    const option = parseId("deliveryoption", command.deliveryOptionId);
    if (!option) throw new DeliveryOptionNotOffered(command.deliveryOptionId);
    return changeCart(command, work, {
      edit: (cart) => cart.chooseDelivery({ group, option }, work.now),
      check: checkOffered(group, option),
    });
  },
);

const checkOffered =
  (key: string, id: string) =>
  ({ deliveryGroups }: CartView): void => {
    const group = deliveryGroups.find((one) => one.key === key);
    if (!group) throw new DeliveryGroupNotFound(key);
    const offer = group.offers.find(({ option }) => option.id === id);
    if (!offer?.price) throw new DeliveryOptionNotOffered(id);
  };
