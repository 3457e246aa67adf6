// Loads test files with one source broken, again and again in one process. Packages are loaded once and sources are compiled
// once; all sources run anew for each mutant, so that it finds no state of the one before.
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { runInThisContext } from "node:vm";
import { moduleRunnerTransform, transformSync } from "rolldown/experimental";
import { vi } from "vitest";

/** Where packages keep what decorators have told them; each load starts with none of it. */
const REGISTRIES = [
  "TypeGraphQLMetadataStorage",
  "typeormMetadataArgsStorage",
  "classValidatorMetadataStorage",
];

const decorateMember = (decorators, target, key, given) => {
  const descriptor = given ?? Object.getOwnPropertyDescriptor(target, key);
  const decorated = Reflect.decorate(decorators, target, key, descriptor);
  if (decorated) Object.defineProperty(target, key, decorated);
};

/** What compiled decorators call. */
const HELPERS = {
  decorate: (decorators, target, key, descriptor) =>
    key === undefined
      ? Reflect.decorate(decorators, target)
      : decorateMember(decorators, target, key, descriptor),
  decorateParam: (index, decorator) => (target, key) => decorator(target, key, index),
};

const PARAMETERS = [
  "__vite_ssr_import__",
  "__vite_ssr_dynamic_import__",
  "__vite_ssr_exports__",
  "__vite_ssr_exportAll__",
  "__vite_ssr_import_meta__",
  "babelHelpers",
];

const compile = async (path, source) => {
  const plain = transformSync(path, source, { tsconfig: true, helpers: { mode: "External" } });
  const { code, errors } = await moduleRunnerTransform(path, plain.code);
  const [error] = [...plain.errors, ...errors];
  if (error) throw new Error(`${path}: ${error.message}`);
  return runInThisContext(`"use strict"; async (${PARAMETERS.join()}) => {${code}\n}`, {
    filename: path,
  });
};

const compiled = new Map();
const compiledOnce = (path) => {
  if (!compiled.has(path)) compiled.set(path, compile(path, readFileSync(path, "utf8")));
  return compiled.get(path);
};

const packages = new Map();
const loadPackage = (name) => {
  if (!packages.has(name)) packages.set(name, import(name));
  return packages.get(name);
};

const exportAll = (exports, others) => {
  for (const name of Object.keys(others))
    if (name !== "default" && !(name in exports))
      Object.defineProperty(exports, name, { enumerable: true, get: () => others[name] });
};

/** The source of an import; those of TypeScript are named as if they were compiled. */
const sourceOf = (importer, name) => {
  const path = resolve(dirname(importer), name);
  return [path.replace(/\.js$/, ".ts"), path].find(existsSync);
};

/** Imports modules, each with new state. */
const moduleImports = (broken) => {
  const loaded = new Map();

  // Modules import one after the other: one that is not yet complete is an importer of this one, and is not waited for.
  const load = async (path, isAwaited) => {
    const known = loaded.get(path);
    if (known) {
      if (isAwaited || known.isComplete) await known.completion;
      return known.exports;
    }
    const module = { exports: { [Symbol.toStringTag]: "Module" }, isComplete: false };
    loaded.set(path, module);
    module.completion = run(path, module.exports);
    await module.completion;
    module.isComplete = true;
    return module.exports;
  };

  const run = async (path, exports) => {
    const code = await (path === broken?.path ? compile(path, broken.source) : compiledOnce(path));
    const importing = (isAwaited) => (name) =>
      name.startsWith(".") ? load(sourceOf(path, name), isAwaited) : loadPackage(name);
    await code(
      importing(false),
      importing(true),
      exports,
      (others) => exportAll(exports, others),
      { url: pathToFileURL(path).href, dirname: dirname(path) },
      HELPERS,
    );
  };
  return load;
};

/**
 * Loads a test file and everything of the project that it imports.
 * @param broken the source that takes the place of one file, if any
 */
export const loadTests = async (path, broken) => {
  vi.useRealTimers();
  for (const name of REGISTRIES) delete globalThis[name];
  await moduleImports(broken)(path);
};
