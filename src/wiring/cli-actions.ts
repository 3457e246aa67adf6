import type { CliActions } from "../interface/cli/cli-actions.js";
import type { ProcessEnvironment } from "./process-environment.js";
import { PROJECT } from "./project.js";

/** Each action loads its code when it runs, so that help and small commands answer at once. */
export const cliActions = ({
  readConfig,
  out,
  err,
  setExitCode,
}: ProcessEnvironment): CliActions => ({
  version: PROJECT.version,
  out,
  err,
  start: async () => {
    const config = readConfig();
    const { start } = await import("./start.js");
    setExitCode(await start(config, { out, err }));
  },
  sandbox: async (options, started) => {
    const config = readConfig();
    const { runSandbox } = await import("./run-sandbox.js");
    await runSandbox(config, options, started);
  },
  migrate: async () => {
    const config = readConfig();
    const { migrateStore } = await import("./shop.js");
    return migrateStore(config);
  },
  acceptSecret: async () => {
    const config = readConfig();
    const { acceptSecret } = await import("../infrastructure/identity/store-secret.js");
    const { systemClock } = await import("../infrastructure/shared/system-clock.js");
    const { withShop } = await import("./shop.js");
    await withShop(config, ({ store }) =>
      acceptSecret(store.unitOfWork, config.secret, systemClock),
    );
  },
  loadDemo: async () => {
    const config = readConfig();
    const { shopDemo, withShop } = await demoModules();
    return withShop(config, (shop) => shopDemo(shop, config).load());
  },
  removeDemo: async () => {
    const config = readConfig();
    const { shopDemo, withShop } = await demoModules();
    return withShop(config, (shop) => shopDemo(shop, config).remove());
  },
  printSchema: async (audience) => {
    const { printSchemas } = await import("../interface/graphql/print-schemas.js");
    return (await printSchemas())[audience];
  },
  errorRegister: async () =>
    (await import("../interface/graphql/registers/error-register.js")).errorRegister(),
  policyTable: async () =>
    (await import("../interface/graphql/registers/policy-table.js")).policyTable(),
  checkConfig: async () => {
    const { effectiveSettings } = await import("../infrastructure/effective-settings.js");
    return effectiveSettings(readConfig());
  },
  describeConfig: async (form) => {
    if (form === "example")
      return (await import("../infrastructure/shared/config/env-example.js")).envExample();
    const { configTable } = await import("../infrastructure/shared/config/config-table.js");
    return `${configTable()}\n`;
  },
});

const demoModules = async () => ({
  ...(await import("./shop.js")),
  ...(await import("./shop-demo.js")),
});
