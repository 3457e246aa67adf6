import { cartSamples } from "./cart-samples.js";
import { collectionSamples } from "./collection-samples.js";
import { deliverySamples } from "./delivery-samples.js";
import { feeSamples } from "./fee-samples.js";
import { paymentSamples } from "./payment-samples.js";
import { orderSamples } from "./order-samples.js";
import { inventorySamples } from "./inventory-samples.js";
import { priceSamples } from "./price-samples.js";
import { productPartSamples } from "./product-part-samples.js";
import { productSamples } from "./product-samples.js";
import { taxSamples } from "./tax-samples.js";
import type { PreparedIds, Samples } from "./sample.js";

/** One sample for every mutation of both schemas. */
export const samplesWith = (prepared: PreparedIds): Samples => ({
  ...priceSamples(prepared),
  ...taxSamples(prepared),
  ...deliverySamples(prepared),
  ...feeSamples(prepared),
  ...orderSamples(),
  ...paymentSamples(prepared),
  ...inventorySamples(prepared),
  ...cartSamples(prepared),
  ...productSamples(),
  ...productPartSamples(prepared),
  ...collectionSamples(prepared),
});
