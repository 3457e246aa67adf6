import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { startPlinth } from "../e2e/plinth-process.js";

declare module "vitest" {
  interface ProvidedContext {
    /** `data` is the folder of its store. */
    readonly plinth: { readonly url: string; readonly adminKey: string; readonly data: string };
  }
}

const run = promisify(execFile);
const INSTALLED = resolve("test/clients/node_modules/@plinth/client");
const ADMIN_KEY = "key-of-the-tests-with-forty-four-characters-";

/** Installs the package for clients from its tarball, as a shop's frontend would, and starts Plinth with the demo catalogue. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), "plinth-clients-"));
  await installTarball(folder);
  const data = join(folder, "data");
  const server = await startPlinth({ PLINTH_DATA_DIR: data, PLINTH_ADMIN_KEY: ADMIN_KEY });
  project.provide("plinth", { url: server.url, adminKey: ADMIN_KEY, data });
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
};

const installTarball = async (folder: string): Promise<void> => {
  const { stdout } = await run("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: resolve("clients/typescript"),
  });
  await rm(INSTALLED, { recursive: true, force: true });
  await mkdir(INSTALLED, { recursive: true });
  await run("tar", ["-xzf", join(folder, stdout.trim()), "-C", INSTALLED, "--strip-components=1"]);
};
