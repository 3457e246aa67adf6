import type { Log } from "../../shared/log.js";
import { gatewaysOf, type PaymentGateways } from "./payment-gateways.js";

/** The gateways of a shop, and where it is told that one did not do what it was called for. */
export interface PaymentServices {
  readonly gateways: PaymentGateways;
  readonly log: Log;
}

const ignore = (): void => undefined;

/** A shop without a gateway. */
export const NO_GATEWAYS: PaymentServices = {
  gateways: gatewaysOf([]),
  log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
};
