import type { Quote } from "../../../domain/pricing/pricing.js";
import type { DeliveryOffer } from "../../delivery/delivery.js";
import type { Warning } from "../../shared/warning.js";
import { checkoutWarning } from "../ports/warnings.js";

/** What of a cart is estimated, because a service outside did not answer. */
export const outsideWarnings = (
  { taxSource }: Quote,
  chosen: readonly DeliveryOffer[],
): readonly Warning[] => [
  ...(taxSource === "FALLBACK"
    ? [checkoutWarning("TAXES_ESTIMATED", "The taxes are estimated.", ["taxes"])]
    : []),
  ...chosen.flatMap(({ source }, index) =>
    source === "FALLBACK"
      ? [
          checkoutWarning("DELIVERY_ESTIMATED", "The price of the delivery is estimated.", [
            "deliveryGroups",
            String(index),
          ]),
        ]
      : [],
  ),
];
