// Joins the compiled program and the packages that it uses into a few files in dist/program: of a start, reading and compiling
// 3,300 modules took the larger part.
import { builtinModules, createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
const target = join(dist, "program");

/** Packages that find files beside their own code, and large ones that few shops use. */
const OUTSIDE = new Set([
  "@aws-sdk/client-s3",
  "argon2",
  "better-sqlite3",
  "better-sqlite3-13",
  "ioredis",
  "nodemailer",
  "pino",
  "pino-pretty",
  "rate-limiter-flexible",
  "sharp",
  "stripe",
]);
const BUILT_IN = new Set(builtinModules);

const isPath = (id) => /^[./]/.test(id);
const packageOf = (id) => /^(?:@[^/]+\/)?[^/]+/.exec(id)[0];

/** TypeORM names the drivers of all databases; those that are not installed stay as they are. */
const isInstalled = (id, importer) => {
  try {
    createRequire(importer).resolve(id);
    return true;
  } catch ({ code }) {
    return code !== "MODULE_NOT_FOUND";
  }
};

const isOutside = (id, importer) =>
  !isPath(id) &&
  (id.startsWith("node:") ||
    BUILT_IN.has(id) ||
    OUTSIDE.has(packageOf(id)) ||
    (importer !== undefined && !isInstalled(id, importer)));

/** Code that asks for its own place is told that of the compiled module, beside which its neighbours are. */
const place = {
  name: "place",
  transform(code, id) {
    if (!id.startsWith(dist) || !code.includes("import.meta.url")) return null;
    const own = `new URL(${JSON.stringify(relative(target, id))}, import.meta.url).href`;
    return { code: code.replaceAll("import.meta.url", own), map: null };
  },
};

/** What packages do in each request because they do not know that they are joined. */
const REWRITES = [
  {
    // Joined, each import of a CommonJS package copies its exports, 200 of them for each validated argument.
    file: join("type-graphql", "build", "esm", "resolvers", "validate-arg.js"),
    find: 'const { validateOrReject } = await import("class-validator");',
    replace: "",
    before: 'import { validateOrReject } from "class-validator";\n',
  },
  {
    // Joined, a module has no `require` of its own, and hashes would be made in JavaScript.
    file: join("@apollo", "utils.createhash", "dist", "index.js"),
    find: "utils_isnodelike_1.isNodeLike && module.require",
    replace: "utils_isnodelike_1.isNodeLike",
  },
  {
    file: join("@apollo", "utils.createhash", "dist", "index.js"),
    find: 'module.require("crypto")',
    replace: 'require("crypto")',
  },
];

const rewrites = {
  name: "rewrites",
  transform(code, id) {
    const own = REWRITES.filter(({ file }) => id.endsWith(file));
    if (own.length === 0) return null;
    let rewritten = code;
    for (const { find, replace, before = "" } of own) {
      if (!rewritten.includes(find)) throw new Error(`${id} does not contain: ${find}`);
      rewritten = before + rewritten.replace(find, replace);
    }
    return { code: rewritten, map: null };
  },
};

const bundle = await rolldown({
  input: { main: join(dist, "src/main.js") },
  platform: "node",
  // As Node resolves packages: graphql refuses to meet another build of itself.
  resolve: { mainFields: ["main"], conditionNames: ["node", "import", "default"] },
  external: isOutside,
  plugins: [place, rewrites],
  onLog: (level, { code, message }) => {
    if (level === "warn" && code !== "CIRCULAR_DEPENDENCY" && code !== "EVAL")
      process.stderr.write(`${code}: ${message}\n`);
  },
});
await bundle.write({
  dir: target,
  cleanDir: true,
  format: "esm",
  sourcemap: true,
  entryFileNames: "[name].js",
  chunkFileNames: "[name]-[hash].js",
  // GraphQL types and errors are named after their classes.
  keepNames: true,
});
await bundle.close();
