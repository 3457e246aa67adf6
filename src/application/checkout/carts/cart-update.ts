import type { VatIds } from "../../pricing/ports/vat-ids.js";
import { change, type Work } from "../../shared/change.js";
import { anybody } from "../../shared/viewer.js";
import {
  cartAddresses,
  cartPatch,
  checkCountry,
  type AddressesRequest,
  type CartDetails,
} from "./cart-details.js";
import { changeCart, type CartStores, type CartTarget } from "./change-cart.js";

export interface CartUpdate extends CartTarget, CartDetails, AddressesRequest {}

/** Changes what a buyer says about a cart, and its addresses. */
export const cartUpdate = change(
  anybody,
  async (command: CartUpdate, work: Work<CartStores>, { vatIds }: { readonly vatIds: VatIds }) => {
    const patch = cartPatch(command, vatIds);
    const addresses = cartAddresses(command);
    return changeCart(command, work, {
      edit: (cart) => {
        cart.update(patch, work.now);
        cart.setAddresses(addresses, work.now);
      },
      check: checkCountry(addresses),
    });
  },
);
