import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json, both from src/ and from dist/. */
export const PROJECT_FOLDER = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const VERSION = (
  JSON.parse(readFileSync(join(PROJECT_FOLDER, "package.json"), "utf8")) as {
    readonly version: string;
  }
).version;
