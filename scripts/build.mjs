// Brings dist/ up to date: compiles src/ and demo/ and writes the playground, each only when its
// sources have changed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { withBuildLock } from "./build-lock.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
const FILES_AT_ONCE = 100;
/** Folders of dist/ whose files are not compiled from one source each. */
const WRITTEN_BY_SCRIPTS = ["playground", "program"];

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
      "scripts/bundle-program.mjs",
    ],
    isSource: (file) => /\.(ts|json|mjs)$/.test(file),
    build: async () => {
      await run(join(root, "node_modules/typescript/bin/tsc"), ["-p", "tsconfig.build.json"]);
      await removeOrphans();
      await run(join(root, "scripts/bundle-program.mjs"), []);
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
  if (PARTS.every(isUntouched)) return;
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
      parts.map(async ({ name, stamp, times, build }) => {
        await rm(stampFile(name), { force: true });
        await build();
        await writeFile(stampFile(name), stamp);
        await writeFile(timesFile(name), times);
      }),
    );
  });
};

const stampFile = (name) => join(dist, `.${name}.stamp`);
const timesFile = (name) => join(dist, `.${name}.times`);

/** Whether no source has another time or size than when it was read last: half a second less of each start. */
const isUntouched = (part) => {
  try {
    return readFileSync(timesFile(part.name), "utf8") === timesOf(part);
  } catch {
    return false;
  }
};

/** The parts that have to be built. What was only copied or checked out anew is remembered as up to date. */
const outOfDate = async () => {
  const parts = await Promise.all(
    PARTS.map(async (part) => ({
      ...part,
      times: timesOf(part),
      stamp: await stampOf(part),
      built: await readFile(stampFile(part.name), "utf8").catch(() => ""),
    })),
  );
  const isBuilt = ({ stamp, built }) => stamp === built;
  await Promise.all(
    parts
      .filter(isBuilt)
      .map(({ name, times }) => writeFile(timesFile(name), times).catch(() => {})),
  );
  return parts.filter((part) => !isBuilt(part));
};

const timesOf = (part) => {
  const hash = createHash("sha256");
  for (const file of sourcesOf(part)) {
    const { size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
    hash.update(`${relative(root, file)}\0${size}\0${mtimeNs}\0${ctimeNs}\n`);
  }
  return hash.digest("hex");
};

// Contents, not times: a checkout or a copy changes times only.
const stampOf = async (part) => {
  const files = sourcesOf(part);
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

const filesBelow = (path) => {
  const whole = join(root, path);
  if (!existsSync(whole)) return [];
  if (statSync(whole).isFile()) return [whole];
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
};

const sourcesOf = ({ madeOf, isSource }) => madeOf.flatMap(filesBelow).filter(isSource).toSorted();

// A renamed file must not stay in dist.
const removeOrphans = async () => {
  const compiled = filesBelow("dist").filter(
    (file) =>
      /\.js(\.map)?$/.test(file) &&
      !WRITTEN_BY_SCRIPTS.some((folder) => file.startsWith(join(dist, folder))),
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
