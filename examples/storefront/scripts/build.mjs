// Builds the shop when its sources have changed since it was built.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compressFiles } from "./compress.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const build = join(root, "build");
const stampFile = join(build, ".stamp");
const SOURCES = ["app", "public", "scripts", "package-lock.json"];
const FILES = ["base.ts", "codegen.ts", "react-router.config.ts", "vite.config.ts"];
const KIT = "node_modules/@plinth/client/shop";

/** Whether the packages are there that a build needs. */
export const isInstalled = () => existsSync(join(root, "node_modules/vite/package.json"));

/** Writes the types of the queries. */
export const generateTypes = () => run("graphql-codegen", []);

/** @param say hears that a build begins, because it takes a few seconds */
export const ensureBuilt = async (say = () => {}) => {
  const stamp = await stampOfSources();
  if ((await readFile(stampFile, "utf8").catch(() => "")) === stamp) return;
  if (!isInstalled()) throw new Error("The shop is not installed: run npm ci in its folder first.");
  say("Building the shop, once until its sources change …");
  // In a folder of its own: the former build is served until this one is whole.
  const folder = `build-${process.pid}`;
  try {
    await generateTypes();
    await run("react-router", ["build"], { SHOP_BUILD: folder });
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

/** Runs a program of the packages; what it says is shown when it fails. */
const run = (program, words, environment = {}) =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, "node_modules/.bin", program), ...words], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (said = (said + text).slice(-4_000)));
    child.once("error", fail);
    child.once("close", (code) =>
      code === 0 ? done() : fail(new Error(`${program} failed:\n${said}`)),
    );
  });

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    await ensureBuilt((line) => console.error(line));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
