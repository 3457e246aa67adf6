// What the source tree looks like: its files, its imports, and the knots in them. `structure.mjs` prints
// figures of it, `test/architecture.test.ts` holds it to rules.
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize, relative } from "node:path";

/** All files below folders of a checkout with one of the endings, as { file, text }. */
export const readSources = (root, folders, ending = /\.ts$/) =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && ending.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes("node_modules"))
      .map((path) => ({ file: relative(root, path), text: readFileSync(path, "utf8") })),
  );

const IMPORTS = [
  /^\s*(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"']+)["']/gm,
  /^\s*import\s*["']([^"']+)["']/gm,
  /\b(?:import|require)\s*\(\s*["']([^"']+)["']/g,
];

/** What a source imports: packages by name, files by their path from the root, with the ending of the import. */
export const importsOf = ({ file, text }) =>
  IMPORTS.flatMap((statement) =>
    [...text.matchAll(statement)].map(([, to]) =>
      to.startsWith(".") ? normalize(join(dirname(file), to)) : to,
    ),
  );

/** Which files of the sources each file imports. */
export const importGraph = (sources) => {
  const files = new Set(sources.map(({ file }) => file));
  return new Map(
    sources.map((source) => [
      source.file,
      new Set(
        importsOf(source)
          .map((to) => to.replace(/\.js$/, ".ts"))
          .filter((to) => files.has(to)),
      ),
    ]),
  );
};

// A front door, `catalog/catalog.ts`, is above the folders of its context, not beside its ids.
const folderOf = (file) => {
  const folder = dirname(file);
  return basename(file, ".ts") === basename(folder) ? file : folder;
};

/** The same graph between folders. */
export const folderGraph = (graph) => {
  const folders = new Map();
  for (const [from, imports] of graph) {
    const folder = folderOf(from);
    const known = folders.get(folder) ?? folders.set(folder, new Set()).get(folder);
    for (const to of imports) if (folderOf(to) !== folder) known.add(folderOf(to));
  }
  return folders;
};

/** The sets of nodes that can all reach each other (Tarjan), each sorted. */
export const cycles = (graph) => {
  const [index, low, stack, found] = [new Map(), new Map(), [], []];
  const visit = (node) => {
    index.set(node, index.size);
    low.set(node, index.get(node));
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node), low.get(next)));
    }
    if (low.get(node) !== index.get(node)) return;
    const component = stack.splice(stack.indexOf(node));
    if (component.length > 1) found.push(component.toSorted());
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
};

const EXPORT =
  /^export\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:const|let|function\*?|class|interface|type)\s+\[?\{?\s*([\w$]+)/gm;

/** The names that a source exports. */
export const exportsOf = ({ text }) => [...text.matchAll(EXPORT)].map(([, name]) => name);

const plain = (name) => name.replace(/[^A-Za-z]/g, "").toLowerCase();

/** Files that hold all of a kind, as the architecture names them. */
const KINDS = new Set(["ids", "events", "errors", "ports", "stores", "reads", "views", "lists"]);

/** Whether a file exports something of its own name; one that exports nothing has no name to keep. */
export const isNamedAfterExport = (source) => {
  const names = exportsOf(source).map(plain);
  const [name] = basename(source.file).split(".");
  const isFrontDoor = name === basename(dirname(source.file));
  if (names.length === 0 || KINDS.has(name) || isFrontDoor) return true;
  // `tag-rows.ts` exports `toTagRows`.
  const singular = plain(name).replace(/s$/, "");
  return names.some((one) => one.includes(singular));
};

/** The code of a source alone: comments and the contents of strings, templates and patterns are left out, lines stay. */
export const codeOf = (text) =>
  text.replace(
    /\/\*[^]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|(?<=[(,=:[]\s*)\/(?![*/])(?:[^/\\\n]|\\.)+\/[a-z]*/g,
    (found) => found.replace(/[^\n]/g, ""),
  );

/** The lines whose code is longer than a limit; strings and comments do not count. */
export const longLines = (text, limit) => {
  const lines = text.split("\n");
  return codeOf(text)
    .split("\n")
    .flatMap((line, index) => (line.trimEnd().length > limit ? [lines[index]] : []));
};

const DECLARED =
  /\b(?:const|let|function\*?|class|interface|type|readonly|private|public|static|async|get)\s+#?([A-Za-z_$][\w$]*)/g;

/** The names that a source declares: variables, functions, types, members. */
export const declaredNames = ({ text }) => [
  ...new Set([...codeOf(text).matchAll(DECLARED)].map(([, name]) => name)),
];

/** The words of a name: `takeProducts` has two. */
export const wordsOf = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
