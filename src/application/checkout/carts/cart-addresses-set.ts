import { change, type Work } from "../../shared/change.js";
import { anybody } from "../../shared/viewer.js";
import { cartAddresses, checkCountry, type AddressesRequest } from "./cart-details.js";
import { changeCart, type CartStores, type CartTarget } from "./change-cart.js";

export interface CartAddressesSet extends CartTarget, AddressesRequest {}

/** Sets the addresses of a cart. */
export const cartAddressesSet = change(
  anybody,
  async (command: CartAddressesSet, work: Work<CartStores>, _needs: object) => {
    const addresses = cartAddresses(command);
    return changeCart(command, work, {
      edit: (cart) => cart.setAddresses(addresses, work.now),
      check: checkCountry(addresses),
    });
  },
);
