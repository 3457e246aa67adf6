import { registerEnumType } from "type-graphql";
import { CAPTURE_MODES } from "../../../../domain/payments/method-content.js";
import { enumOf } from "../../schema/enum-of.js";

export const CaptureModes = enumOf(CAPTURE_MODES);
registerEnumType(CaptureModes, {
  name: "PaymentCaptureMode",
  description: "When the money of a payment is taken.",
  valuesConfig: {
    AUTOMATIC: { description: "At once." },
    MANUAL: { description: "It is held until staff take it with `paymentCapture`." },
  },
});
