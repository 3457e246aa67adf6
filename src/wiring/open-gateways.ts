import { fileURLToPath } from "node:url";
import { LedgerFile } from "../../sandbox/ledger-file.js";
import type { PaymentGateway } from "../application/payments/ports/payment-gateway.js";
import type { Log } from "../application/shared/log.js";
import type { Config } from "../infrastructure/config.js";
import type { GatewayCallNeeds } from "../infrastructure/payments/gateway-calls.js";
import { SandboxLedgerGateway } from "../infrastructure/payments/sandbox/sandbox-ledger-gateway.js";
import {
  SandboxPaymentGateway,
  type SandboxAddress,
} from "../infrastructure/payments/sandbox/sandbox-payment-gateway.js";
import { SandboxProcess } from "../infrastructure/payments/sandbox/sandbox-process.js";
import { StripePaymentGateway } from "../infrastructure/payments/stripe/stripe-payment-gateway.js";
import { systemClock } from "../infrastructure/shared/system-clock.js";
import { sandboxSecrets } from "../infrastructure/payments/sandbox/sandbox-secrets.js";

/** The payment gateways of a shop. */
export interface ShopGateways {
  readonly gateways: readonly PaymentGateway[];
  /** Null where there is no sandbox. */
  readonly sandbox: SandboxAddress | null;
  /** Starts what runs beside the server. @param url of the server on this machine */
  start(url: string): void;
  stop(): Promise<void>;
}

/**
 * The gateways of a shop that another process serves. The secret of the sandbox that this process has
 * begun is known to nobody else, so its ledger is read instead.
 */
export const openGatewaysBeside = async (
  { payments }: Pick<Config, "payments">,
  needs: Needs,
): Promise<readonly PaymentGateway[]> => {
  const { sandbox } = payments;
  if (sandbox?.kind !== "OWN") return (await openGateways({ payments }, needs)).gateways;
  const own = new SandboxLedgerGateway(new LedgerFile(sandbox.ledgerFile));
  const { gateways } = await openGateways({ payments: { ...payments, sandbox: null } }, needs);
  return [own, ...gateways];
};

/** Where gateways send their webhooks to. */
export const webhookUrl = (url: string, gateway: string): string =>
  `${url}/webhooks/payments/${gateway}`;

type Needs = GatewayCallNeeds & { readonly log: Log };

export const openGateways = async (
  { payments: { sandbox, stripe } }: Pick<Config, "payments">,
  needs: Needs,
): Promise<ShopGateways> => {
  const opened = openSandbox(sandbox, needs);
  if (stripe === null) return opened;
  const gateway = await StripePaymentGateway.open(stripe, { ...needs, clock: systemClock });
  return { ...opened, gateways: [...opened.gateways, gateway] };
};

const openSandbox = (sandbox: Config["payments"]["sandbox"], needs: Needs): ShopGateways => {
  if (sandbox === null) return NONE;
  if (sandbox.kind === "OTHER") {
    const { origin, secret } = sandbox;
    return { ...NONE, ...withSandbox({ ...sandboxSecrets(secret), origin: () => origin }, needs) };
  }
  const own = new SandboxProcess({
    program: fileURLToPath(new URL("../../sandbox/serve-sandbox.js", import.meta.url)),
    ledgerFile: sandbox.ledgerFile,
    log: needs.log,
  });
  return {
    ...withSandbox(own, needs),
    start: (url) => own.start(webhookUrl(url, "sandbox")),
    stop: () => own.stop(),
  };
};

const withSandbox = (sandbox: SandboxAddress, needs: GatewayCallNeeds) => ({
  gateways: [new SandboxPaymentGateway(sandbox, needs)],
  sandbox,
});

const NONE: ShopGateways = {
  gateways: [],
  sandbox: null,
  start: () => undefined,
  stop: async () => undefined,
};
