import type { OrderCodes } from "../../orders/ports/order-codes.js";
import { useCase } from "../../shared/use-case.js";
import { anybody } from "../../shared/viewer.js";

/** The link of the order of a cart, for anybody who has the id of the cart, which is a secret too. */
export const orderLink = useCase(
  anybody,
  ({ orderCodes }: { readonly orderCodes: OrderCodes }) =>
    async ({ cartId }: { readonly cartId: string }): Promise<string> =>
      orderCodes.linkOf(cartId),
);
