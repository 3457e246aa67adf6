import type { CheckoutStores } from "../../application/checkout/ports/checkout-stores.js";
import type { ReadNeeds, Storage, StoreMakers } from "../shared/storage/storage.js";
import { checkoutMigrations } from "./migrations/checkout-migrations.js";
import { sqlCartReads } from "./sql-cart-reads.js";
import { SqlCarts } from "./sql-carts.js";

const stores: StoreMakers<CheckoutStores> = {
  carts: (session) => new SqlCarts(session),
};

export const checkoutStorage = {
  name: "checkout",
  migrations: checkoutMigrations,
  stores,
  reads: ({ source }: ReadNeeds) => ({ cartReads: sqlCartReads(source) }),
} as const satisfies Storage;
