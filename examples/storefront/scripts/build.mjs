// Installs the packages of the shop, and builds it when its sources have changed since it was built.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compressFiles } from "./compress.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const build = join(root, "build");
const stampFile = join(build, ".stamp");
const SOURCES = ["app", "public", "scripts", "package-lock.json"];
const FILES = ["base.ts", "codegen.ts", "react-router.config.ts", "vite.config.ts"];
const KIT = "node_modules/@plinth/client/shop";

const lockedPackages = async (file) =>
  JSON.parse(await readFile(join(root, file), "utf8").catch(() => "{}")).packages ?? {};

/** Whether the packages are there that the lock file names. */
export const isInstalled = async () => {
  const [wanted, found] = await Promise.all(
    ["package-lock.json", "node_modules/.package-lock.json"].map(lockedPackages),
  );
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      !path.startsWith("node_modules/") || optional || found[path]?.version === version,
  );
};

/** @param say hears that packages are installed, because it takes a minute */
export const ensureInstalled = async (say = () => {}) => {
  if (await isInstalled()) return;
  say("Installing the packages of the shop, once until they change …");
  const words = ["ci", "--include=dev", "--prefer-offline", "--no-audit", "--no-fund"];
  // A registry that cannot be reached is reported after seconds, not after minutes.
  const patience = ["--fetch-retries=1", "--fetch-retry-mintimeout=200", "--loglevel=error"];
  await run("npm", [...words, ...patience]);
};

/** Writes the types of the queries. */
export const generateTypes = () => runPackage("graphql-codegen", []);

/** @param say hears that a build begins, because it takes a few seconds */
export const ensureBuilt = async (say = () => {}) => {
  const stamp = await stampOfSources();
  if ((await readFile(stampFile, "utf8").catch(() => "")) === stamp) return;
  if (!(await isInstalled()))
    throw new Error("The shop is not installed: run npm ci in its folder first.");
  say("Building the shop, once until its sources change …");
  // In a folder of its own: the former build is served until this one is whole.
  const folder = `build-${process.pid}`;
  try {
    await generateTypes();
    await runPackage("react-router", ["build"], { SHOP_BUILD: folder });
    await compressFiles(join(root, folder, "client"));
    await writeFile(join(root, folder, ".stamp"), stamp);
    await rm(build, { recursive: true, force: true });
    await rename(join(root, folder), build);
  } finally {
    await rm(join(root, folder), { recursive: true, force: true });
  }
};

const stampOfSources = async () => {
  const files = [...FILES, ...(await Promise.all([...SOURCES, KIT].map(filesBelow))).flat()];
  const hash = createHash("sha256");
  for (const file of files.filter((name) => !name.startsWith(join("app", "gql"))).toSorted()) {
    const content = await readFile(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
};

const filesBelow = async (path) => {
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true }).catch(
    () => null,
  );
  if (entries === null) return existsSync(join(root, path)) ? [path] : [];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
};

const running = new Set();

/** Ends the programs that this process has begun, with all that they have begun. */
export const endPrograms = () => {
  for (const { pid } of running)
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // It has just ended.
    }
};

const runPackage = (program, words, environment) =>
  run(process.execPath, [join(root, "node_modules/.bin", program), ...words], environment);

/** Runs a program in a group of its own; what it says is shown when it fails. */
const run = (command, words, environment = {}) =>
  new Promise((done, fail) => {
    const child = spawn(command, words, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    running.add(child);
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (said = (said + text).slice(-4_000)));
    child.once("error", fail);
    child.once("close", (code) => {
      running.delete(child);
      const [name] = [command, ...words].filter((word) => word !== process.execPath);
      if (code === 0) done();
      else fail(new Error(`${basename(name)} failed:\n${said.trim()}`));
    });
  });

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  process.once("SIGINT", () => {
    endPrograms();
    process.exit(130);
  });
  try {
    await ensureBuilt((line) => console.error(line));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
