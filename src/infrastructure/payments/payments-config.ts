import { join } from "node:path";
import { isLoopback } from "../shared/config/server-config.js";
import { parseUrl } from "../shared/config/parse-url.js";
import { readSecretKeys, type SecretKeys } from "./secret-keys.js";
import type { VariableReader } from "../shared/config/variable-reader.js";

/** A sandbox gateway. */
export type SandboxConfig =
  /** The server begins one, and ends it. */
  | { readonly kind: "OWN"; readonly ledgerFile: string }
  /** One that runs by itself, such as for several servers. */
  | { readonly kind: "OTHER"; readonly origin: string; readonly secret: string };

export interface PaymentsConfig {
  /** Null in production, and where it is switched off. */
  readonly sandbox: SandboxConfig | null;
  /** For a sandbox that runs by itself; null unless it is set. */
  readonly sandboxSecret: string | null;
  /** Null unless payments are made through Stripe. */
  readonly stripe: SecretKeys | null;
}

export const readPaymentsConfig = (
  read: VariableReader,
  mode: "development" | "production",
  dataDir: string,
): PaymentsConfig => {
  const sandboxSecret = readSandboxSecret(read);
  const sandbox = readSandbox(read, mode, sandboxLedger(dataDir), sandboxSecret);
  return { sandbox, sandboxSecret, stripe: readSecretKeys(read, mode) };
};

export const sandboxLedger = (dataDir: string): string => join(dataDir, "sandbox", "ledger.jsonl");

const NAME = "PLINTH_PAYMENTS_SANDBOX";

const readSandbox = (
  read: VariableReader,
  mode: string,
  ledgerFile: string,
  secret: string | null,
): SandboxConfig | null => {
  const raw = read.text(NAME) ?? (mode === "production" ? "off" : "on");
  if (raw === "off") return null;
  if (mode === "production") {
    read.problem(
      NAME,
      `is "${raw}" in production, where it would take orders without money`,
      "remove it, or set PLINTH_MODE=development",
    );
    return null;
  }
  return raw === "on" ? { kind: "OWN", ledgerFile } : readOther(read, raw, secret);
};

const readOther = (
  read: VariableReader,
  raw: string,
  secret: string | null,
): SandboxConfig | null => {
  const url = parseUrl(raw);
  if (!url || url.origin !== raw || url.protocol !== "http:" || !isLoopback(url.hostname))
    read.problem(
      NAME,
      `is "${raw}"`,
      "choose on, off, or the address of a sandbox on this machine, such as http://127.0.0.1:4010",
    );
  if (secret === null)
    read.problem(
      `${NAME}_SECRET`,
      "is not set",
      "give the secret that the sandbox was started with",
    );
  return secret === null ? null : { kind: "OTHER", origin: raw, secret };
};

const readSandboxSecret = (read: VariableReader): string | null => {
  const secret = read.text(`${NAME}_SECRET`);
  if (secret === null) return null;
  if (!/^[\x21-\x7e]{32,512}$/.test(secret))
    read.problem(
      `${NAME}_SECRET`,
      "does not have 32 to 512 visible characters",
      "make one with: node -p \"crypto.randomBytes(32).toString('base64url')\"",
    );
  return secret;
};
