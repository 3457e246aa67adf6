import type { VatIds } from "../../pricing/ports/vat-ids.js";
import {
  cartAddresses,
  cartPatch,
  checkCountry,
  type AddressesRequest,
  type CartDetails,
} from "./cart-details.js";
import { cartChange, type CartTarget } from "./cart-change.js";

export interface CartUpdate extends CartTarget, CartDetails, AddressesRequest {}

/** Changes what a buyer says about a cart, and its addresses. */
export const cartUpdate = cartChange(
  (command: CartUpdate, { vatIds }: { readonly vatIds: VatIds }) => {
    const patch = cartPatch(command, vatIds);
    const addresses = cartAddresses(command);
    return {
      edit: (cart, now) => {
        cart.update(patch, now);
        cart.setAddresses(addresses, now);
      },
      check: checkCountry(addresses),
    };
  },
);
