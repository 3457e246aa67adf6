import { describe, expect, test } from "vitest";
import { readConfig } from "../../../src/infrastructure/config.js";
import { effectiveSettings } from "../../../src/infrastructure/effective-settings.js";
import {
  ConfigProblems,
  type Environment,
} from "../../../src/infrastructure/shared/config/variable-reader.js";

const problemsOf = (env: Environment): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigProblems) return error.problems;
    throw error;
  }
};
const SECRET = { PLINTH_PAYMENTS_SANDBOX_SECRET: "f83jd72hGJ3kd92hf73hd82hf82hd7fk" };

describe("the sandbox gateway of a shop", () => {
  test("is begun in development, with its ledger in the data folder, unless it is off", () => {
    expect(readConfig({ PLINTH_DATA_DIR: "/shop" }).payments.sandbox).toEqual({
      kind: "OWN",
      ledgerFile: "/shop/sandbox/ledger.jsonl",
    });
    expect(readConfig({ PLINTH_PAYMENTS_SANDBOX: "off" }).payments.sandbox).toBeNull();
  });

  test("is refused in production, where it is off by itself", () => {
    const production = { PLINTH_MODE: "production" };

    expect(readConfig(production).payments.sandbox).toBeNull();
    for (const value of ["on", "http://127.0.0.1:4010"])
      expect(problemsOf({ ...production, ...SECRET, PLINTH_PAYMENTS_SANDBOX: value })).toEqual([
        `PLINTH_PAYMENTS_SANDBOX is "${value}" in production, where it would take orders without money: remove it, or set PLINTH_MODE=development.`,
      ]);
    expect(problemsOf({ ...production, PLINTH_PAYMENTS_SANDBOX: "off" })).toEqual([]);
  });

  test("may run by itself, on this machine and with a secret", () => {
    const other = { PLINTH_PAYMENTS_SANDBOX: "http://127.0.0.1:4010" };

    expect(readConfig({ ...other, ...SECRET }).payments.sandbox).toEqual({
      kind: "OTHER",
      origin: "http://127.0.0.1:4010",
      secret: SECRET.PLINTH_PAYMENTS_SANDBOX_SECRET,
    });
    expect(problemsOf(other).join()).toContain("PLINTH_PAYMENTS_SANDBOX_SECRET is not set");
    expect(problemsOf({ ...other, PLINTH_PAYMENTS_SANDBOX_SECRET: "short" })).toHaveLength(1);
  });

  test.each(["yes", "http://10.1.2.3:4010", "https://127.0.0.1:4010", "http://127.0.0.1:4010/"])(
    "cannot be %s",
    (value) => {
      expect(problemsOf({ ...SECRET, PLINTH_PAYMENTS_SANDBOX: value }).join()).toMatch(
        /^PLINTH_PAYMENTS_SANDBOX is ".*": choose on, off, or the address of a sandbox/,
      );
    },
  );

  test("is shown without its secret", () => {
    const settings = Object.fromEntries(
      effectiveSettings(
        readConfig({ ...SECRET, PLINTH_PAYMENTS_SANDBOX: "http://127.0.0.1:4010" }),
      ),
    );

    expect(settings).toMatchObject({
      PLINTH_PAYMENTS_SANDBOX: "http://127.0.0.1:4010",
      PLINTH_PAYMENTS_SANDBOX_SECRET: "(set)",
    });
    expect(Object.fromEntries(effectiveSettings(readConfig({})))).toMatchObject({
      PLINTH_PAYMENTS_SANDBOX: "on",
      PLINTH_PAYMENTS_SANDBOX_SECRET: "(none)",
    });
  });
});
