import type { CartFacts } from "../../../src/application/checkout/ports/cart-facts.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { inMemoryVariantsToBuy } from "../catalog/in-memory-variants-to-buy.js";
import { inMemoryDeliveryReads } from "../delivery/in-memory-delivery.js";
import { inMemoryPaymentStores } from "../payments/in-memory-payments.js";
import { inMemoryFeeReads } from "../pricing/in-memory-fees.js";
import { inMemoryMarketReads } from "../pricing/in-memory-markets.js";
import { inMemoryShopTaxes } from "../pricing/in-memory-taxes.js";

/** What carts are priced from; nothing is remembered. */
export const inMemoryCartFacts = (database: InMemoryDatabase): CartFacts => ({
  termsRevisions: { current: async () => null },
  shopTerms: {
    at: async () => ({
      markets: await inMemoryMarketReads(database)(),
      taxes: await inMemoryShopTaxes(database).current(),
      fees: await inMemoryFeeReads(database).all(),
    }),
  },
  offeredMethods: inMemoryPaymentStores(database).offeredMethods,
  offeredDeliveries: { at: () => inMemoryDeliveryReads(database).offered() },
  variantsToBuy: inMemoryVariantsToBuy(database),
});
