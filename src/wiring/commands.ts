import type { Writable } from "node:stream";
import type { Config } from "../infrastructure/config.js";
import { CannotProceed } from "../infrastructure/shared/cannot-proceed.js";
import type { CliNeeds } from "../interface/cli/cli-needs.js";
import type { OperatorNeeds } from "../interface/cli/operator-needs.js";
import { VERSION } from "./project.js";

interface Process {
  readonly readConfig: () => Config;
  readonly out: Writable;
  readonly err: Writable & { readonly isTTY?: boolean };
  readonly setExitCode: (code: number) => void;
}

/** What each command needs is loaded when it runs, so that help and small commands answer at once. */
export const operatorNeeds = ({ readConfig, out, err, setExitCode }: Process): OperatorNeeds => ({
  version: VERSION,
  out,
  err,
  start: async () => {
    const config = readConfig();
    const { start } = await import("./start.js");
    setExitCode(await start(config, { out, err }));
  },
  migrate: async () => {
    const config = readConfig();
    const { migrateStore } = await import("./shop.js");
    return migrateStore(config);
  },
  loadDemo: async () => {
    const config = readConfig();
    const [{ withShop }, { loadDemo }] = await Promise.all([
      import("./shop.js"),
      import("./demo.js"),
    ]);
    return withShop(config, (shop) => loadDemo(shop, config));
  },
  removeDemo: async () => {
    const config = readConfig();
    const [{ withShop }, { removeDemo }] = await Promise.all([
      import("./shop.js"),
      import("./demo.js"),
    ]);
    return withShop(config, removeDemo);
  },
  printSchema: async (audience) => {
    const { printSchemas } = await import("../interface/graphql/schemas.js");
    return (await printSchemas())[audience];
  },
  errorRegister: async () =>
    (await import("../interface/graphql/error-register.js")).errorRegister(),
  policyTable: async () => (await import("../interface/graphql/policy-table.js")).policyTable(),
  checkConfig: async () => {
    const { settingsOf } = await import("../infrastructure/shared/config-table.js");
    return settingsOf(readConfig());
  },
  describeConfig: async (form) => {
    const { configTable, envExample } = await import("../infrastructure/shared/config-table.js");
    return form === "example" ? envExample() : `${configTable()}\n`;
  },
});

export const cliNeeds = ({ readConfig, out, err, setExitCode }: Process): CliNeeds => ({
  withApp: async (work) => {
    const { withShop } = await import("./shop.js");
    return withShop(readConfig(), ({ app }) => work(app));
  },
  productFiles: async () => {
    const { productFiles } = await import("./shop.js");
    return productFiles();
  },
  saveFile: async (path, pieces) => {
    const { saveFile } = await import("../infrastructure/shared/save-file.js");
    return saveFile(path, pieces);
  },
  ensureSavable: async (path, keep) => {
    const { ensureSavable } = await import("../infrastructure/shared/save-file.js");
    return ensureSavable(path, keep);
  },
  currency: async () => {
    const { withShop } = await import("./shop.js");
    return withShop(readConfig(), async ({ home }) => home.currency);
  },
  out,
  err,
  isTerminal: err.isTTY === true,
  setExitCode,
  get signal() {
    return ctrlC();
  },
});

/** Watched only where a command heeds it; elsewhere Ctrl-C ends the process as it always does. */
const ctrlC = (): AbortSignal => {
  const controller = new AbortController();
  const stop = (): void => {
    // The second one is not waited for.
    if (controller.signal.aborted) process.exit(130);
    controller.abort(new CannotProceed("Stopped by Ctrl-C."));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return controller.signal;
};
