// Prints figures about the shape of the source tree: lengths of lines and files, knots, names, retired words.
// `npm run structure [folder]` measures another checkout, to compare two commits; `--hops` also starts the
// server of that checkout and counts the functions and files that a request runs through.
import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { root } from "./build.mjs";
import { measureHops } from "./hops.mjs";
import {
  cycles,
  declaredNames,
  folderGraph,
  importGraph,
  isNamedAfterExport,
  readSources,
  wordsOf,
} from "./source-tree.mjs";

const words = process.argv.slice(2);
const checkout = resolve(words.find((word) => !word.startsWith("-")) ?? root);
const RETIRED = JSON.parse(readFileSync(join(root, "scripts/retired-words.json"), "utf8"));

const share = (part, whole) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;

const lengths = (sources) => {
  const lines = sources.flatMap(({ text }) => text.split("\n").map(({ length }) => length));
  const long = lines.filter((length) => length > 100).length;
  return `${share(long, lines.length)}, longest ${lines.reduce((a, b) => Math.max(a, b), 0)}`;
};

const over = (sources, limit) =>
  sources.filter(({ text }) => text.split("\n").length - 1 > limit).length;

const knots = (graph) => {
  const found = cycles(graph);
  return `${found.length}${found.length > 0 ? `, of ${found.map((one) => one.length).join(", ")}` : ""}`;
};

const retired = new Set(Object.keys(RETIRED.names).flatMap((group) => group.split("|")));
const allowed = new Set(RETIRED.allowed);
const isRetired = (name) => !allowed.has(name) && wordsOf(name).some((word) => retired.has(word));

const src = readSources(checkout, ["src"]);
const tests = readSources(checkout, ["test"], /\.(ts|mjs)$/);
const tools = readSources(checkout, ["bench", "scripts"], /\.(ts|mjs)$/);
const graph = importGraph(src);
const named = src.filter(({ file }) => !RETIRED.exempt.some((part) => file.includes(part)));
const declared = named.flatMap((source) => declaredNames(source));

const figures = {
  "source files": String(src.length),
  "lines over 100 characters": lengths([...src, ...tests, ...tools]),
  "source files over 120 lines": String(over(src, 120)),
  "source files over 250 lines": String(over(src, 250)),
  "test files over 400 lines": String(over(tests, 400)),
  "cycles of files": knots(graph),
  "cycles of folders": knots(folderGraph(graph)),
  "files that export nothing of their name": share(
    src.filter((source) => !isNamedAfterExport(source)).length,
    src.length,
  ),
  "declared names with a retired word": share(declared.filter(isRetired).length, declared.length),
  "files named with a retired word": share(
    named.filter(({ file }) => isRetired(basename(file, ".ts"))).length,
    named.length,
  ),
  "retired phrases in text": String(
    [...src, ...tests]
      .map(({ text }) => RETIRED.prose.reduce((sum, one) => sum + text.split(one).length - 1, 0))
      .reduce((a, b) => a + b, 0),
  ),
  "README.md": `${readFileSync(join(checkout, "README.md")).length} bytes`,
};
for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(42)} ${value}`);
if (words.includes("--hops"))
  for (const [name, { functions, files }] of await measureHops(checkout))
    console.log(`${`hops of ${name}`.padEnd(42)} ${functions} functions in ${files} files`);
