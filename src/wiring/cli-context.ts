import { CannotProceed } from "../infrastructure/shared/cannot-proceed.js";
import type { CliContext } from "../interface/cli/cli-context.js";
import type { ProcessEnvironment } from "./process-environment.js";

/** Each part loads its code when it is used. */
export const cliContext = ({
  readConfig,
  out,
  err,
  setExitCode,
}: ProcessEnvironment): CliContext => ({
  withApp: async (work) => {
    const { withShop } = await import("./shop.js");
    return withShop(readConfig(), ({ app }) => work(app));
  },
  withGateways: async (work) => {
    const { withGateways } = await import("./with-gateways.js");
    return withGateways(readConfig(), err, ({ app }) => work(app));
  },
  productFiles: async () => {
    const { productFiles } = await import("./shop.js");
    return productFiles();
  },
  tableFiles: async () => {
    const { CsvTableFiles } = await import("../infrastructure/shared/csv/csv-table-files.js");
    return new CsvTableFiles();
  },
  saveFile: async (path, pieces) => {
    const { saveFile } = await import("../infrastructure/shared/files/save-file.js");
    return saveFile(path, pieces);
  },
  ensureSavable: async (path, keep) => {
    const { ensureSavable } = await import("../infrastructure/shared/files/save-file.js");
    return ensureSavable(path, keep);
  },
  readText: async (path, maxBytes) => {
    const { readText } = await import("../infrastructure/shared/files/read-text.js");
    return readText(path, maxBytes);
  },
  checkDocuments: async (api, documents) => {
    const { limits } = readConfig();
    const { checkDocuments } = await import("../interface/graphql/documents/check-documents.js");
    const { schemaOf } = await import("../interface/graphql/schema-of.js");
    return checkDocuments(documents, await schemaOf(api), limits);
  },
  currency: async () => {
    const { withShop } = await import("./shop.js");
    return withShop(readConfig(), async ({ defaultMarket }) => defaultMarket.currency);
  },
  publicUrl: () => readConfig().server.publicUrl,
  out,
  err,
  isTerminal: err.isTTY === true,
  setExitCode,
  get signal() {
    return ctrlC();
  },
});

/** Watched only by commands that use the signal; otherwise Ctrl-C ends the process as usual. */
const ctrlC = (): AbortSignal => {
  const controller = new AbortController();
  const stop = (): void => {
    // A second one ends the process at once.
    if (controller.signal.aborted) process.exit(130);
    controller.abort(new CannotProceed("Stopped by Ctrl-C."));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return controller.signal;
};
