import type { PaymentGateway } from "./payment-gateway.js";

/** The gateways that are configured. */
export interface PaymentGateways {
  readonly all: readonly PaymentGateway[];
  /** Null when there is none with the key. */
  get(key: string): PaymentGateway | null;
}

/** Gateways by their keys. */
export const gatewaysOf = (gateways: readonly PaymentGateway[]): PaymentGateways => {
  const byKey = new Map(gateways.map((gateway) => [gateway.key, gateway]));
  return { all: gateways, get: (key) => byKey.get(key) ?? null };
};
