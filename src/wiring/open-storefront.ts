import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "../application/shared/log.js";
import type { Config } from "../infrastructure/config.js";
import { StorefrontProcess } from "../infrastructure/shared/storefront/storefront-process.js";
import { PROJECT } from "./project.js";

const PROGRAM = join(PROJECT.folder, "examples", "storefront", "server", "child.mjs");

/**
 * The example storefront, which the first visit starts. Null where it is switched off, and where Plinth
 * was installed without its examples.
 * @param url of the server on this machine
 */
export const openStorefront = (
  { storefront }: Pick<Config, "storefront">,
  url: string,
  log: Log,
): StorefrontProcess | null =>
  storefront !== null && existsSync(PROGRAM)
    ? new StorefrontProcess({ ...storefront, program: PROGRAM, shopUrl: `${url}/graphql`, log })
    : null;
