import { createHmac, randomBytes } from "node:crypto";

/** What a sandbox and its shop share. */
export interface SandboxSecrets {
  /** The bearer token of its API. */
  readonly secret: string;
  /** What its webhooks are signed with. */
  readonly webhookSecret: string;
}

/** @param secret a random one unless given */
export const sandboxSecrets = (
  secret: string = randomBytes(32).toString("base64url"),
): SandboxSecrets => ({
  secret,
  webhookSecret: createHmac("sha256", secret).update("webhooks").digest("base64url"),
});
