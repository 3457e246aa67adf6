import { OrderNotFound } from "../../domain/orders/errors.js";
import { withPath } from "../../domain/shared/domain-error.js";
import { releaseStock } from "../inventory/inventory.js";
import { change, type Work } from "../shared/change.js";
import { anybody } from "../shared/viewer.js";
import type { CancelStores, OrderChanged } from "./order-cancel.js";
import type { OrderCodes } from "./ports/order-codes.js";

interface OrderCancelByLink {
  readonly link: string;
  /** For the timeline. */
  readonly note?: string | null | undefined;
}

/** The order of a guest is read again by the hash of its link: the link itself is not stored. */
export interface OwnOrderChanged extends OrderChanged {
  readonly linkHash: string;
}

/** Cancels an order that is not paid, for the guest who has its link. A second time does nothing. */
export const orderCancelByLink = change(
  anybody,
  async (
    { link, note }: OrderCancelByLink,
    { stores, now }: Work<CancelStores>,
    { orderCodes }: { readonly orderCodes: OrderCodes },
  ): Promise<OwnOrderChanged> => {
    const linkHash = orderCodes.hashOf(link);
    const order = await stores.orders.ofLink(linkHash);
    // The link is a secret and is not repeated.
    if (!order) throw new OrderNotFound("with this link", ["link"]);
    if (order.snapshot().state !== "CANCELLED") {
      withPath(
        (path) => path.map((name) => (name === "id" ? "link" : name)),
        () => order.cancel({ reason: "BUYER", note: note ?? null }, "BUYER", now),
      );
      await stores.orders.save(order);
      await releaseStock(stores, order.id);
    }
    return { orderId: order.id, linkHash };
  },
);
