import { describe, expect, test } from "vitest";
import { readConfig } from "../../../src/infrastructure/config.js";
import { ConfigProblems } from "../../../src/infrastructure/shared/config/variable-reader.js";

const HOOK = "whsec_0123456789abcdef";
const TEST_KEY = "sk_test_0123456789abcdef";
const LIVE_KEY = "sk_live_0123456789abcdef";
const env = (secretKey?: string, webhookSecret: string | undefined = HOOK) => ({
  ...(secretKey !== undefined && { PLINTH_STRIPE_SECRET_KEY: secretKey }),
  ...(webhookSecret !== "" && { PLINTH_STRIPE_WEBHOOK_SECRET: webhookSecret }),
});
const problems = (values: Readonly<Record<string, string>>): string => {
  try {
    readConfig(values);
    return "";
  } catch (error) {
    return error instanceof ConfigProblems ? error.problems.join("\n") : String(error);
  }
};

describe("the settings of Stripe", () => {
  test("are none unless Stripe is used", () => {
    expect(readConfig({}).payments.stripe).toBeNull();
  });

  test.each([
    [TEST_KEY, true],
    ["rk_test_0123456789abcdef", true],
  ])("take the key %s", (secretKey, isTest) => {
    expect(readConfig(env(secretKey)).payments.stripe).toEqual({
      secretKey,
      webhookSecret: HOOK,
      isTest,
    });
  });

  test("take both secrets from files", () => {
    const files = { "/run/key": `${TEST_KEY}\n`, "/run/hook": `${HOOK}\n` };
    const config = readConfig(
      {
        PLINTH_STRIPE_SECRET_KEY_FILE: "/run/key",
        PLINTH_STRIPE_WEBHOOK_SECRET_FILE: "/run/hook",
      },
      (path) => Object.entries(files).find(([name]) => name === path)?.[1] ?? "",
    );

    expect(config.payments.stripe).toMatchObject({ secretKey: TEST_KEY, webhookSecret: HOOK });
  });

  test("refuse a key that moves real money in development, and take it in production", () => {
    expect(problems(env(LIVE_KEY))).toContain(
      "PLINTH_STRIPE_SECRET_KEY moves real money, but PLINTH_MODE is development",
    );
    expect(problems({ ...env(LIVE_KEY), PLINTH_MODE: "production" })).not.toContain("STRIPE");
    expect(problems({ ...env(TEST_KEY), PLINTH_MODE: "production" })).not.toContain("STRIPE");
  });

  test.each([
    [env(undefined), "PLINTH_STRIPE_SECRET_KEY is not set"],
    [env(TEST_KEY, ""), "PLINTH_STRIPE_WEBHOOK_SECRET is not set"],
    [env("pk_test_0123456789abcdef"), "PLINTH_STRIPE_SECRET_KEY is not a secret key of Stripe"],
    [env(TEST_KEY, "secret"), "PLINTH_STRIPE_WEBHOOK_SECRET is not the secret"],
  ])("refuse %j without repeating it", (values, problem) => {
    const found = problems(values);

    expect(found).toContain(problem);
    expect(found).not.toMatch(/0123456789|: secret\b/);
  });
});
