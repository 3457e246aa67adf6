import { PassThrough } from "node:stream";
import { Command } from "commander";
import { ShopifyCsvFiles } from "../../../src/infrastructure/catalog/shopify-csv/shopify-csv-files.js";
import { CsvTableFiles } from "../../../src/infrastructure/shared/csv/csv-table-files.js";
import { ensureSavable, saveFile } from "../../../src/infrastructure/shared/files/save-file.js";
import { readText } from "../../../src/infrastructure/shared/files/read-text.js";
import { checkDocuments } from "../../../src/interface/graphql/documents/check-documents.js";
import { schemaOf } from "../../../src/interface/graphql/schema-of.js";
import { DEFAULT_LIMITS } from "../../../src/application/shared/limits.js";
import type { CliContext } from "../../../src/interface/cli/cli-context.js";
import { collectionsCommand } from "../../../src/interface/cli/collections-command.js";
import { documentsCommand } from "../../../src/interface/cli/documents-command.js";
import { doctorCommand } from "../../../src/interface/cli/doctor-command.js";
import { eventsCommand } from "../../../src/interface/cli/events-command.js";
import { exportCommand } from "../../../src/interface/cli/export-command.js";
import { importCommand } from "../../../src/interface/cli/import-command.js";
import { mediaCommand } from "../../../src/interface/cli/media-command.js";
import { pricesCommand } from "../../../src/interface/cli/prices-command.js";
import { taxesCommand } from "../../../src/interface/cli/taxes-command.js";
import { workCommand } from "../../../src/interface/cli/work-command.js";
import { CONTEXTS } from "../../../src/application/contexts.js";
import { openContexts } from "../../../src/application/shared/open-contexts.js";
import type { App } from "../../../src/interface/app.js";
import { inMemoryCatalog, type InMemoryCatalog } from "../../fakes/catalog/in-memory-catalog.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { inMemoryMarketReads } from "../../fakes/pricing/in-memory-markets.js";

interface Output {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The commands with a catalogue in memory. */
export const cliShop = (
  overrides: Partial<CliContext> = {},
): InMemoryCatalog & App & { run(...args: readonly string[]): Promise<Output> } => {
  const memory = inMemoryCatalog();
  const needs = {
    ...inMemoryReads(memory.database),
    unitOfWork: memory.database.unitOfWork(inMemoryStores),
    clock: fixedClock(),
    ids: numberedIds(1_000_000),
    currency: "EUR",
    markets: { all: inMemoryMarketReads(memory.database) },
  };
  const app = { ...openContexts(CONTEXTS, needs), ...memory };
  const run = async (...args: readonly string[]): Promise<Output> => {
    const out = new PassThrough();
    const err = Object.assign(new PassThrough(), { isTTY: overrides.isTerminal === true });
    let code = 0;
    const all: CliContext = {
      withApp: (work) => work(app),
      withGateways: (work) => work(app),
      productFiles: async () => new ShopifyCsvFiles(),
      tableFiles: async () => new CsvTableFiles(),
      saveFile,
      readText,
      checkDocuments: async (api, documents) =>
        checkDocuments(documents, await schemaOf(api), DEFAULT_LIMITS),
      ensureSavable,
      currency: () => "EUR",
      publicUrl: () => "https://shop.example",
      out,
      err,
      isTerminal: false,
      setExitCode: (exitCode) => (code = exitCode),
      signal: new AbortController().signal,
      ...overrides,
    };
    await new Command("plinth")
      .exitOverride()
      .addCommand(importCommand(all))
      .addCommand(exportCommand(all))
      .addCommand(collectionsCommand(all))
      .addCommand(pricesCommand(all))
      .addCommand(taxesCommand(all))
      .addCommand(eventsCommand(all))
      .addCommand(documentsCommand(all))
      .addCommand(workCommand(all))
      .addCommand(mediaCommand(all))
      .addCommand(doctorCommand(all))
      .parseAsync(args, { from: "user" });
    return { code, out: String(out.read() ?? ""), err: String(err.read() ?? "") };
  };
  return { ...app, run };
};
