import { DomainError, Refused } from "../domain/shared/domain-error.js";
import { StoreUnavailable } from "../application/shared/unit-of-work.js";
import type { Config } from "../infrastructure/config.js";
import { CannotStart } from "../infrastructure/shared/cannot-start.js";
import { ConfigProblems } from "../infrastructure/shared/variable-reader.js";
import type { OperatorNeeds } from "../interface/cli/operator-needs.js";
import { plinth, runPlinth } from "../interface/cli/plinth.js";
import { VERSION } from "./project.js";

/** Runs one command. What a command needs is loaded when it runs, so that help and small commands answer at once. @returns the exit code */
export const commandLine = async (readConfig: () => Config, words: readonly string[]): Promise<number> => {
  const { stdout: out, stderr: err } = process;
  // The reader of a pipe may leave before the end, as `head` does.
  for (const stream of [out, err]) stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
  let exitCode = 0;
  const needs: OperatorNeeds = {
    version: VERSION,
    out,
    err,
    start: async () => {
      const config = readConfig();
      const { start } = await import("./start.js");
      exitCode = await start(config, { out, err });
    },
    migrate: async () => {
      const config = readConfig();
      const [{ openDataFolder }, { migrateDatabase }] = await Promise.all([import("../infrastructure/shared/data-folder.js"), import("../infrastructure/data-source.js")]);
      await openDataFolder(config.dataDir);
      return migrateDatabase(config.database);
    },
    loadDemo: async () => {
      const config = readConfig();
      const [{ withShop }, { loadDemo }] = await Promise.all([import("./shop.js"), import("./demo.js")]);
      return withShop(config, (shop) => loadDemo(shop, config));
    },
    removeDemo: async () => {
      const config = readConfig();
      const [{ withShop }, { removeDemo }] = await Promise.all([import("./shop.js"), import("./demo.js")]);
      return withShop(config, removeDemo);
    },
    printSchema: async (audience) => {
      const { printSchemas } = await import("../interface/graphql/schemas.js");
      return (await printSchemas())[audience];
    },
    checkConfig: async () => {
      const { settingsOf } = await import("../infrastructure/shared/config-table.js");
      return settingsOf(readConfig());
    },
    describeConfig: async (form) => {
      const { configTable, envExample } = await import("../infrastructure/shared/config-table.js");
      return form === "example" ? envExample() : `${configTable()}\n`;
    },
  };
  try {
    const usage = await runPlinth(plinth(needs), words);
    return usage === 0 ? exitCode : usage;
  } catch (error) {
    err.write(`${explained(error)}\n`);
    return 1;
  }
};

/** One clear line for what an operator can remedy; for a bug, where it is. */
const explained = (error: unknown): string => {
  const known = [CannotStart, ConfigProblems, StoreUnavailable, DomainError, Refused].some((kind) => error instanceof kind);
  if (known && error instanceof Error) return error.message;
  return error instanceof Error ? `Plinth failed: ${error.stack ?? error.message}` : `Plinth failed: ${String(error)}`;
};
