import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseAst } from "vitest/node";

/** A file and everything that it imports, and so on. */
export const reach = (file: string, found = new Set<string>()): ReadonlySet<string> => {
  if (found.has(file)) return found;
  found.add(file);
  for (const next of sourceOf(file).imports) reach(next, found);
  return found;
};

/** Whether one of the files has a text that is this title, or a template that may become it. */
export const isTitleIn = (files: Iterable<string>, title: string): boolean =>
  [...files].some(
    (file) =>
      sourceOf(file).texts.includes(title) ||
      sourceOf(file).titles.some((pattern) => pattern.test(title)),
  );

/** The syntax tree of TypeScript. @throws Error where the code cannot be parsed */
export const parsed = (code: string): Node => parseAst(code, { lang: "ts" }) as unknown as Node;

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value;

const nodesBelow = function* (node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) yield* nodesBelow(child);
};

interface Source {
  /** The files of the project that it imports, from the root; types do not count. */
  readonly imports: readonly string[];
  readonly texts: readonly string[];
  /** What the titles look like that `test.each` makes of texts. */
  readonly titles: readonly RegExp[];
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/** A title as `test.each` fills it in: `%s`, `$name` and `${expression}` stand for any text. */
const titlePattern = (parts: readonly string[]): RegExp | null => {
  const fixed = parts.flatMap((part) => part.split(/%[sdifjoOc]|%#|\$[\w.]+/));
  return fixed.length > 1 && fixed.some((part) => part.trim().length > 3)
    ? new RegExp(`^${fixed.map(escaped).join(".*")}$`, "s")
    : null;
};

const textsOf = (node: Node): readonly string[] => {
  if (node.type === "Literal") return typeof node["value"] === "string" ? [node["value"]] : [];
  if (node.type !== "TemplateLiteral") return [];
  const parts = node["quasis"] as readonly { readonly value: { readonly cooked: string } }[];
  return parts.map(({ value }) => value.cooked);
};

const importOf = (node: Node): readonly string[] => {
  const isType = node["importKind"] === "type" || node["exportKind"] === "type";
  const isImport = /^(Import(Declaration|Expression)|Export(Named|All)Declaration)$/.test(
    node.type,
  );
  const { source } = node;
  return isImport && !isType && isNode(source) ? textsOf(source) : [];
};

const read = (file: string): Source => {
  const nodes = [...nodesBelow(parsed(readFileSync(file, "utf8")))];
  const texts = nodes.map(textsOf);
  return {
    imports: nodes
      .flatMap(importOf)
      .filter((path) => path.startsWith("."))
      .map((path) => normalize(join(dirname(file), path)))
      // The package for clients is plain JavaScript.
      .flatMap((path) => [path.replace(/\.js$/, ".ts"), path].find(existsSync) ?? []),
    texts: texts.filter(({ length }) => length === 1).flat(),
    titles: texts.flatMap((parts) => titlePattern(parts) ?? []),
  };
};

const sources = new Map<string, Source>();

const sourceOf = (file: string): Source => {
  const source = sources.get(file) ?? read(file);
  sources.set(file, source);
  return source;
};
