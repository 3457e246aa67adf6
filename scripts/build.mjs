// Brings dist/ up to date: compiles src/ and demo/ and writes the playground, each only when its
// sources have changed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { withBuildLock } from "./build-lock.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
const FILES_AT_ONCE = 100;

const PARTS = [
  {
    name: "code",
    madeOf: [
      "src",
      "demo",
      "sandbox",
      "torture",
      "tsconfig.json",
      "tsconfig.build.json",
      "package-lock.json",
    ],
    isSource: (file) => /\.(ts|json)$/.test(file),
    build: async () => {
      await run(join(root, "node_modules/typescript/bin/tsc"), ["-p", "tsconfig.build.json"]);
      await removeOrphans();
    },
  },
  {
    name: "playground",
    madeOf: ["src/interface/playground", "scripts/build-playground.mjs", "package-lock.json"],
    isSource: () => true,
    build: () => run(join(root, "scripts/build-playground.mjs"), []),
  },
];

/**
 * Builds what is out of date, and prints that it does, because the first build takes a few seconds.
 */
export const ensureBuilt = async (say = () => {}) => {
  if ((await outOfDate()).length === 0) return;
  if (!existsSync(join(root, "node_modules/typescript")))
    throw new Error("Plinth is not installed completely: run npm ci first.");
  await mkdir(dist, { recursive: true });
  await withBuildLock(join(dist, ".lock"), async () => {
    const parts = await outOfDate();
    if (parts.length > 0)
      say(
        `Building ${parts.map(({ name }) => name).join(" and ")}, once until the sources change …`,
      );
    await Promise.all(
      parts.map(async ({ name, stamp, build }) => {
        await rm(stampFile(name), { force: true });
        await build();
        await writeFile(stampFile(name), stamp);
      }),
    );
  });
};

const stampFile = (name) => join(dist, `.${name}.stamp`);

const outOfDate = async () => {
  const parts = await Promise.all(
    PARTS.map(async (part) => ({
      ...part,
      stamp: await stampOf(part),
      built: await readFile(stampFile(part.name), "utf8").catch(() => ""),
    })),
  );
  return parts.filter(({ stamp, built }) => stamp !== built);
};

// Contents, not times: a checkout or a copy changes times only.
const stampOf = async ({ madeOf, isSource }) => {
  const files = (await Promise.all(madeOf.map(filesBelow))).flat().filter(isSource).toSorted();
  const hash = createHash("sha256");
  // A few at a time: where only 1,024 files may be open, all of them would be too many.
  for (let start = 0; start < files.length; start += FILES_AT_ONCE) {
    const some = files.slice(start, start + FILES_AT_ONCE);
    const contents = await Promise.all(some.map((file) => readFile(file)));
    for (const [index, file] of some.entries())
      hash.update(`${relative(root, file)}\0${contents[index].length}\0`).update(contents[index]);
  }
  return hash.digest("hex");
};

const filesBelow = async (path) => {
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true }).catch(
    () => null,
  );
  if (entries === null) return existsSync(join(root, path)) ? [join(root, path)] : [];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
};

// A renamed file must not stay in dist.
const removeOrphans = async () => {
  const compiled = (await filesBelow("dist")).filter(
    (file) => /\.js(\.map)?$/.test(file) && !file.startsWith(join(dist, "playground")),
  );
  const source = (file) => join(root, relative(dist, file).replace(/\.js(\.map)?$/, ".ts"));
  await Promise.all(compiled.filter((file) => !existsSync(source(file))).map((file) => rm(file)));
};

const run = (script, args) =>
  new Promise((done, fail) => {
    // The messages of the compiler go to stderr: stdout is for the output of the command that
    // needed the build.
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: ["ignore", 2, 2],
    });
    child.once("error", fail);
    child.once("exit", (code) =>
      code === 0 ? done() : fail(new Error(`The build failed in ${relative(root, script)}.`)),
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
