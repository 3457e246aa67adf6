import type { CartReads } from "../../../src/application/checkout/ports/cart-reads.js";
import type { CheckoutStores } from "../../../src/application/checkout/ports/checkout-stores.js";
import { Cart, type CartSnapshot } from "../../../src/domain/checkout/cart.js";
import { CartNotFound } from "../../../src/domain/checkout/errors.js";
import type { InMemoryDatabase } from "../in-memory-database.js";

const rowsOf = (database: InMemoryDatabase) => database.rows<CartSnapshot>("cart");

export const inMemoryCheckoutStores = (database: InMemoryDatabase): CheckoutStores => ({
  carts: {
    get: async (id) => {
      const row = rowsOf(database).get(id);
      if (!row) throw new CartNotFound(id);
      return { cart: Cart.restore(structuredClone(row)), revision: null };
    },
    save: async (cart) => {
      const snapshot = cart.snapshot();
      if (snapshot.version === cart.storedVersion) return;
      database.checkVersion("cart", cart.id, cart.storedVersion);
      rowsOf(database).set(cart.id, structuredClone(snapshot));
    },
    removeUnchangedSince: async (time, limit) => {
      const old = [...rowsOf(database).values()]
        .filter(({ updatedAt }) => updatedAt < time)
        .slice(0, limit);
      for (const { id } of old) rowsOf(database).delete(id);
      return old.length;
    },
  },
});

export const inMemoryCartReads = (database: InMemoryDatabase): CartReads => ({
  byId: async (ids) =>
    new Map(
      ids.flatMap((id) => {
        const row = rowsOf(database).get(id);
        return row ? [[id, structuredClone(row)] as const] : [];
      }),
    ),
});
