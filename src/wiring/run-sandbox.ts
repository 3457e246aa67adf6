import { startSandbox } from "../../sandbox/sandbox-gateway.js";
import type { Config } from "../infrastructure/config.js";
import { sandboxLedger } from "../infrastructure/payments/payments-config.js";
import { sandboxSecrets } from "../infrastructure/payments/sandbox/sandbox-secrets.js";
import { CannotProceed } from "../infrastructure/shared/cannot-proceed.js";
import type { SandboxCommandOptions } from "../interface/cli/cli-actions.js";
import { webhookUrl } from "./open-gateways.js";

/**
 * Runs a sandbox gateway until the process is stopped.
 * @throws CannotProceed in production, without a secret, or when it cannot listen
 */
export const runSandbox = async (
  { mode, dataDir, server, payments: { sandboxSecret } }: Config,
  { port, ledger, webhooks }: SandboxCommandOptions,
  started: (origin: string) => void,
): Promise<void> => {
  if (mode === "production")
    throw new CannotProceed(
      "The sandbox gateway takes no money, so it does not run in production: set PLINTH_MODE=development.",
    );
  if (sandboxSecret === null)
    throw new CannotProceed(
      "PLINTH_PAYMENTS_SANDBOX_SECRET is not set: give the sandbox and its shops the same secret.",
    );
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  const sandbox = await startSandbox({
    ...sandboxSecrets(sandboxSecret),
    ledgerFile: ledger ?? sandboxLedger(dataDir),
    webhookUrl: webhooks ?? webhookUrl(`http://127.0.0.1:${server.port}`, "sandbox"),
    port,
    fail,
  }).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CannotProceed(`The sandbox gateway cannot run: ${reason}`, { cause });
  });
  started(sandbox.origin);
  const stopped = new Promise<void>((stop) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop());
  });
  await Promise.race([stopped, failed]);
  await sandbox.close();
};
