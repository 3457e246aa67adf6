import { Cart } from "../../../domain/checkout/cart.js";
import type { VatIds } from "../../pricing/ports/vat-ids.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { anybody } from "../../shared/viewer.js";
import { CartChanged } from "./cart-changed.js";
import {
  cartAddresses,
  cartPatch,
  checkCountry,
  type AddressesRequest,
  type CartDetails,
} from "./cart-details.js";
import { saveCart, type CartStores } from "./change-cart.js";
import { checkAdded, linesToAdd, type LineRequest } from "./lines-to-add.js";
import { readCartTerms } from "./read-cart-terms.js";

export interface CartCreate extends CartDetails, AddressesRequest {
  readonly lines?: readonly LineRequest[] | null | undefined;
}

/** Starts a cart in the market of the request. With its id anybody can change it. */
export const cartCreate = change(
  anybody,
  async (
    command: CartCreate,
    work: Work<CartStores>,
    { ids, vatIds }: { readonly ids: Ids; readonly vatIds: VatIds },
  ): Promise<CartChanged> => {
    const { viewer, now } = work;
    const requests = command.lines ?? [];
    const [lines, patch, addresses] = [
      linesToAdd(requests),
      cartPatch(command, vatIds),
      cartAddresses(command),
    ];
    const terms = await readCartTerms(work.stores);
    const key = viewer.shoppingContext?.market;
    const market = terms.markets.find((one) =>
      key === undefined ? one.isDefault : one.key === key,
    );
    if (!market) throw new Error("The market of the request does not exist.");
    const salesChannel = viewer.shoppingContext?.salesChannel ?? "WEB";
    const cart = Cart.create(ids.secret("cart"), { market: market.id, salesChannel }, now);
    cart.addLines(lines, () => ids.next("cartline"), now);
    cart.update(patch, now);
    cart.setAddresses(addresses, now);
    const view = await saveCart(
      cart,
      work,
      (priced) => {
        checkAdded(requests)(priced);
        checkCountry(addresses)(priced);
      },
      terms,
    );
    return new CartChanged(view);
  },
);
