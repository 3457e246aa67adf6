import type { VariableReader } from "../shared/config/variable-reader.js";

/** The keys of an account at Stripe. */
export interface SecretKeys {
  readonly secretKey: string;
  /** What Stripe signs its webhooks with. */
  readonly webhookSecret: string;
  /** Whether the key moves no real money. */
  readonly isTest: boolean;
}

/** Null unless Stripe is used. Messages never repeat a key. */
export const readSecretKeys = (
  read: VariableReader,
  mode: "development" | "production",
): SecretKeys | null => {
  const secretKey = read.text("PLINTH_STRIPE_SECRET_KEY");
  const webhookSecret = read.text("PLINTH_STRIPE_WEBHOOK_SECRET");
  if (secretKey === null && webhookSecret === null) return null;
  const [, kind] = /^(?:sk|rk)_(test|live)_[A-Za-z0-9]{8,}$/.exec(secretKey ?? "") ?? [];
  if (kind === undefined)
    read.problem(
      "PLINTH_STRIPE_SECRET_KEY",
      secretKey === null
        ? "is not set, but PLINTH_STRIPE_WEBHOOK_SECRET is"
        : "is not a secret key of Stripe",
      "copy it from the dashboard of Stripe, where it begins with sk_test_ or sk_live_",
    );
  if (kind === "live" && mode === "development")
    read.problem(
      "PLINTH_STRIPE_SECRET_KEY",
      "moves real money, but PLINTH_MODE is development",
      "use a key that begins with sk_test_",
    );
  if (webhookSecret === null || !/^whsec_[A-Za-z0-9+/=_-]{8,}$/.test(webhookSecret))
    read.problem(
      "PLINTH_STRIPE_WEBHOOK_SECRET",
      webhookSecret === null
        ? "is not set, but PLINTH_STRIPE_SECRET_KEY is"
        : "is not the secret of a webhook endpoint",
      "copy it from the endpoint in the dashboard of Stripe, where it begins with whsec_",
    );
  return {
    secretKey: secretKey ?? "",
    webhookSecret: webhookSecret ?? "",
    isTest: kind === "test",
  };
};
