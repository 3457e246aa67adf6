import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/infrastructure/config.js";
import { openGateways } from "../../src/wiring/open-gateways.js";
import { runSandbox } from "../../src/wiring/run-sandbox.js";
import { DEFAULT_LIMITS } from "../../src/application/shared/limits.js";
import { noLimitCounters } from "../../src/application/shared/limit-counters.js";
import { outsideCalls } from "../builders/outside-calls.js";
import { ledgerFile } from "../builders/sandbox.js";
import { request } from "../contracts/payment-gateway/payment-requests.js";
import { collectedLog } from "../fakes/collected-log.js";
import { freePort } from "../e2e/plinth-process.js";

const SECRET = { PLINTH_PAYMENTS_SANDBOX_SECRET: "f83jd72hGJ3kd92hf73hd82hf82hd7fk" };
const options = async () => ({ port: await freePort(), ledger: ledgerFile() });
const ignore = (): void => undefined;

describe("a sandbox gateway that runs by itself", () => {
  test("does not run in production, or without a secret", async () => {
    const production = readConfig({ ...SECRET, PLINTH_MODE: "production" });

    const runs = (): never => {
      throw new Error("It runs.");
    };

    await expect(runSandbox(production, await options(), runs)).rejects.toThrow(
      "The sandbox gateway takes no money, so it does not run in production",
    );
    await expect(runSandbox(readConfig({}), await options(), runs)).rejects.toThrow(
      "PLINTH_PAYMENTS_SANDBOX_SECRET is not set",
    );
  });

  test("takes payments of the shops that have its address and secret", async () => {
    let tell: (origin: string) => void = ignore;
    const started = new Promise<string>((resolve) => (tell = resolve));
    const running = runSandbox(readConfig(SECRET), await options(), tell);
    const origin = await started;
    const needs = {
      calls: outsideCalls(),
      limits: DEFAULT_LIMITS,
      counters: noLimitCounters,
      log: collectedLog(),
    };
    const shop = await openGateways(
      readConfig({ ...SECRET, PLINTH_PAYMENTS_SANDBOX: origin }),
      needs,
    );

    const payment = await shop.gateways[0]?.authorise(request({ token: "tok_succeed" }));
    process.emit("SIGTERM", "SIGTERM");
    await running;

    expect(payment).toMatchObject({ state: "CAPTURED" });
    expect(shop.sandbox?.origin()).toBe(origin);
  });
});
