import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packageFolder = (folder: string): string =>
  existsSync(join(folder, "package.json")) ? folder : packageFolder(dirname(folder));

// This file is compiled to different depths below the project.
const folder = packageFolder(dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
  readonly version: string;
};

/** The folder that holds package.json, and the version that it names. */
export const PROJECT = { folder, version } as const;
