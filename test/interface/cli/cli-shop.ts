import { PassThrough } from "node:stream";
import { Command } from "commander";
import { ShopifyCsvFiles } from "../../../src/infrastructure/catalog/shopify-csv/shopify-csv-files.js";
import { ensureSavable, saveFile } from "../../../src/infrastructure/shared/save-file.js";
import type { CliNeeds } from "../../../src/interface/cli/cli-needs.js";
import { eventsCommand } from "../../../src/interface/cli/events-command.js";
import { exportCommand } from "../../../src/interface/cli/export-command.js";
import { importCommand } from "../../../src/interface/cli/import-command.js";
import { mediaCommand } from "../../../src/interface/cli/media-command.js";
import { workCommand } from "../../../src/interface/cli/work-command.js";
import { inMemoryCatalog, type InMemoryCatalog } from "../../fakes/catalog/in-memory-catalog.js";

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The commands over a catalogue in memory. */
export const cliShop = (
  needs: Partial<CliNeeds> = {},
): InMemoryCatalog & { run(...words: readonly string[]): Promise<Said> } => {
  const memory = inMemoryCatalog();
  const run = async (...words: readonly string[]): Promise<Said> => {
    const out = new PassThrough();
    const err = Object.assign(new PassThrough(), { isTTY: needs.isTerminal === true });
    let code = 0;
    const all: CliNeeds = {
      withApp: (work) => work(memory),
      productFiles: async () => new ShopifyCsvFiles(),
      saveFile,
      ensureSavable,
      currency: () => "EUR",
      out,
      err,
      isTerminal: false,
      setExitCode: (given) => (code = given),
      signal: new AbortController().signal,
      ...needs,
    };
    await new Command("plinth")
      .exitOverride()
      .addCommand(importCommand(all))
      .addCommand(exportCommand(all))
      .addCommand(eventsCommand(all))
      .addCommand(workCommand(all))
      .addCommand(mediaCommand(all))
      .parseAsync(words, { from: "user" });
    return { code, out: String(out.read() ?? ""), err: String(err.read() ?? "") };
  };
  return { ...memory, run };
};
