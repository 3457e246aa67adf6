// What other contexts may import from payments, besides its ids and events.
export { PaymentMethodMissing, PaymentMethodNotEligible, PaymentMethodUnknown } from "./errors.js";
export type { ReturnOrigins } from "./checked-return-url.js";
export type { Ineligibility } from "./ineligibility.js";
export { methodTextsIn } from "./method-texts.js";
export type { PaymentMethodSnapshot } from "./payment-method.js";
