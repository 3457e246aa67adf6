import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import {
  cycles,
  declaredNames,
  folderGraph,
  importGraph,
  importsOf,
  isNamedAfterExport,
  longLines,
  readSources,
  wordsOf,
  type Source,
} from "../scripts/source-tree.mjs";

/** Which room may import from which. A room may always import from itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  application: ["domain"],
  infrastructure: ["application", "domain"],
  interface: ["application", "domain"],
  wiring: ["application", "domain", "infrastructure", "interface"],
  "main.ts": ["infrastructure", "wiring"],
};
const PACKAGES: Readonly<Record<string, RegExp>> = {
  domain: /^$/,
  application: /^$/,
  infrastructure:
    /^(typeorm|mysql2|better-sqlite3|lru-cache|pino|pino-pretty|argon2|csv-parse(\/sync)?|jsvat|iconv-lite|chardet|sharp|ipaddr\.js|ioredis|rate-limiter-flexible|cockatiel|nodemailer|stripe|@aws-sdk\/client-s3|node:.+)$/,
  interface:
    /^(fastify|@fastify\/.+|ipaddr\.js|@as-integrations\/fastify|@apollo\/server(\/.+)?|graphql|graphql-jit|graphql-scalars|type-graphql|reflect-metadata|class-validator|dataloader|lru-cache|commander|cli-progress|node:.+)$/,
  wiring: /^(fastify|reflect-metadata|node:.+)$/,
  "main.ts": /^$/,
};
/** Packages that only their own part of the interface may know. */
const PARTS: readonly (readonly [part: RegExp, packages: RegExp])[] = [
  [/^src\/interface\/http\//, /^(fastify|@fastify\/.+|ipaddr\.js|@as-integrations\/fastify)$/],
  [
    /^src\/interface\/graphql\//,
    /^(graphql.*|type-graphql|reflect-metadata|class-validator|dataloader)$/,
  ],
  [/^src\/interface\/cli\//, /^(commander|cli-progress)$/],
];
/** A file that is named after a vendor uses what the vendor makes. */
const VENDORS: Readonly<Record<string, RegExp>> = {
  typeorm: /^typeorm$/,
  mysql: /^(mysql2|typeorm)$/,
  sqlite: /^(better-sqlite3|typeorm)$/,
  s3: /^@aws-sdk\//,
  sharp: /^sharp$/,
  pino: /^pino/,
  redis: /^ioredis$/,
  stripe: /^stripe$/,
  fastify: /^fastify$/,
  cockatiel: /^cockatiel$/,
  smtp: /^nodemailer$/,
};
const CONTEXT_FILES = ["ids.js", "events.js", "ports.js"];
const MOST_LINES = 250;
const MOST_TEST_LINES = 400;
const LONGEST_LINE = 120;

interface RetiredWords {
  /** Words of names, alternatives separated by `|`, with what to write instead. */
  readonly names: Readonly<Record<string, string>>;
  readonly prose: readonly string[];
  readonly allowed: readonly string[];
  /** Parts of paths whose names are stored and stay as they were. */
  readonly exempt: readonly string[];
}
const RETIRED = JSON.parse(readFileSync("scripts/retired-words.json", "utf8")) as RetiredWords;

const violations = (source: Source): readonly string[] => [
  ...importsOf(source).flatMap((to) => importProblem(source.file, to) ?? []),
  ...textProblems(source),
  ...shapeProblems(source, MOST_LINES),
  ...nameProblems(source),
];

const importProblem = (file: string, to: string): string | null => {
  const [, room = "", context, ...rest] = file.split("/");
  const [outer = ""] = to.split("/");
  if (outer === "demo" || outer === "sandbox" || outer === "torture")
    return room === "wiring"
      ? null
      : `${file} may not import ${to}: only the wiring knows the ${outer}`;
  if (!to.startsWith("src/")) return packageProblem(file, room, to);
  const [, toRoom = "", toContext = "", ...toRest] = to.split("/");
  if (toRoom !== room && !MAY_IMPORT[room]?.includes(toRoom))
    return `${file} may not import ${to}: ${room} must not know ${toRoom}`;
  if (room === "main.ts")
    return /^src\/(wiring\/|infrastructure\/.*config\.js$)/.test(to)
      ? null
      : `${file} may import the configuration and the wiring only`;
  if (context === "shared" && toContext !== "shared")
    return `${file} may not import ${to}: shared knows no context`;
  // A file at the root of a room puts contexts together; in the interface resolvers join them.
  const joinsContexts = rest.length === 0 || room === "interface" || room === "wiring";
  const isForeign = toRest.length > 0 && toContext !== context && toContext !== "shared";
  const isPublic =
    [...CONTEXT_FILES, `${toContext}.js`].includes(toRest[0] ?? "") || toRest[0] === "ports";
  return isForeign && !joinsContexts && !isPublic
    ? `${file} reaches into ${toContext}: use its ids, events, ports or front door`
    : null;
};

const packageProblem = (file: string, room: string, name: string): string | null => {
  if (!PACKAGES[room]?.test(name)) return `${file} may not use the package ${name}`;
  const foreign =
    room === "interface" &&
    PARTS.some(([part, packages]) => packages.test(name) && !part.test(file));
  return foreign
    ? `${file} may not use the package ${name}: it belongs to another part of the interface`
    : null;
};

const ENVIRONMENT =
  /\bprocess\s*(\?\.|\.)\s*env\b|\bprocess\s*\[|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/;

const textProblems = ({ file, text }: Source): readonly string[] => [
  ...(ENVIRONMENT.test(text) && file !== "src/infrastructure/config.ts"
    ? [`${file} reads the environment`]
    : []),
  ...(/\bfrom "node:process"/.test(text) ? [`${file} takes the process from a module`] : []),
  ...(/^\s*export\s+default\b|\bas default\b/m.test(text) ? [`${file} has a default export`] : []),
  ...(/^\s*export\s+\*\s+from\b/m.test(text) ? [`${file} is a barrel`] : []),
  ...(/\b(TODO|FIXME|XXX)\b/.test(text) ? [`${file} leaves something for later`] : []),
];

const shapeProblems = ({ file, text }: Source, limit: number): readonly string[] => {
  const lines = text.split("\n").length - 1;
  return [
    ...(lines > limit ? [`${file} has ${lines} lines, ${limit} are allowed`] : []),
    ...longLines(text, LONGEST_LINE).map((line) => `${file} has a long line: ${line.trim()}`),
  ];
};

const retiredNames = Object.entries(RETIRED.names).flatMap(([words, instead]) =>
  words.split("|").map((word) => [word, instead] as const),
);

const retiredIn = (name: string): string | null => {
  if (RETIRED.allowed.includes(name) || /(Taken|_TAKEN)$/.test(name)) return null;
  const words = wordsOf(name);
  const found = retiredNames.find(([word]) => words.includes(word));
  return found ? `the retired word "${found[0]}", write: ${found[1]}` : null;
};

const namesOf = (source: Source, name: string): readonly string[] =>
  RETIRED.exempt.some((part) => source.file.includes(part)) ? [] : [name, ...declaredNames(source)];

const nameProblems = (source: Source): readonly string[] => {
  const { file, text } = source;
  const name = basename(file).split(".")[0] ?? "";
  const vendor = VENDORS[name.split("-")[0] ?? ""];
  return [
    ...(vendor && !importsOf(source).some((to) => vendor.test(to))
      ? [`${file} is named after a vendor that it does not import`]
      : []),
    ...(isNamedAfterExport(source) || RETIRED.allowed.includes(file)
      ? []
      : [`${file} exports nothing of its name`]),
    ...namesOf(source, name).flatMap((one) => {
      const problem = retiredIn(one);
      return problem && !RETIRED.allowed.includes(`${file}: ${one}`)
        ? [`${file}: ${one} has ${problem}`]
        : [];
    }),
    ...RETIRED.prose.flatMap((phrase) =>
      text.toLowerCase().includes(phrase) ? [`${file} says "${phrase}", a retired phrase`] : [],
    ),
  ];
};

const sources = readSources(".", ["src"]);
const tests = readSources(".", ["test"]).filter(({ file }) => !file.includes("/clients/"));

describe("the rooms", () => {
  test("are all there", () => {
    expect(new Set(sources.map(({ file }) => file.split("/")[1]))).toEqual(
      new Set(Object.keys(MAY_IMPORT)),
    );
    expect(sources.length).toBeGreaterThan(80);
  });

  test("import inwards, use their own packages, enter contexts by their front doors, use plain words", () => {
    expect(sources.flatMap(violations)).toEqual([]);
  });

  test("have no knots: neither files nor folders import each other in a circle", () => {
    const graph = importGraph(sources);

    expect(cycles(graph)).toEqual([]);
    expect(cycles(folderGraph(graph))).toEqual([]);
  });

  test("name only files that are there in relative imports", () => {
    const files = new Set(sources.map(({ file }) => file.replace(/\.ts$/, ".js")));
    const missing = sources.flatMap((source) =>
      importsOf(source).filter((to) => to.startsWith("src/") && !files.has(to)),
    );

    expect(missing).toEqual([]);
  });
});

describe("programs beside the rooms", () => {
  test.each([
    ["sandbox", /^(sandbox\/|fastify$|node:)/],
    ["torture", /^(torture\/|node:)/],
  ])("%s knows nothing of them, and has files of the same shape", (folder, own) => {
    const program = readSources(".", [folder]);
    const foreign = program.flatMap((source) => importsOf(source).filter((to) => !own.test(to)));

    expect(foreign).toEqual([]);
    expect(program.flatMap((source) => shapeProblems(source, MOST_LINES))).toEqual([]);
    expect(cycles(importGraph(program))).toEqual([]);
    expect(program.length).toBeGreaterThan(10);
  });
});

describe("the tests of the rooms", () => {
  test("have at most 400 lines a file, and no long lines", () => {
    expect(tests.flatMap((source) => shapeProblems(source, MOST_TEST_LINES))).toEqual([]);
  });
});

describe("the rules of the architecture", () => {
  test.each([
    ["domain/orders/order.ts", `import { DataSource } from "typeorm";`, "package"],
    ["domain/orders/order.ts", `import { readFileSync } from "node:fs";`, "package"],
    [
      "domain/orders/order.ts",
      `import { orderCancel } from "../../application/orders/order-place.js";`,
      "must not know",
    ],
    [
      "domain/orders/order.ts",
      `import { StockItem } from "../inventory/stock-item.js";`,
      "reaches into",
    ],
    ["application/orders/order-cancel.ts", `import { z } from "zod";`, "package"],
    [
      "application/orders/order-cancel.ts",
      `import { x } from "../../infrastructure/config.js";`,
      "must not know",
    ],
    [
      "application/orders/order-cancel.ts",
      `import { StockItem } from "../../domain/inventory/stock-item.js";`,
      "reaches into",
    ],
    [
      "application/orders/order-cancel.ts",
      `import {\n  reserve,\n} from "../inventory/reserve-stock.js";`,
      "reaches into",
    ],
    [
      "application/shared/page.ts",
      `import type { OrderId } from "../../domain/orders/ids.js";`,
      "knows no context",
    ],
    [
      "application/shared/viewer.ts",
      `import { mayReadOrders } from "../orders/ports/permissions.js";`,
      "knows no context",
    ],
    [
      "application/shared/viewer.ts",
      `import { CONTEXTS } from "../contexts.js";`,
      "knows no context",
    ],
    [
      "domain/shared/ids.ts",
      `import type { OrderId } from "../orders/ids.js";`,
      "knows no context",
    ],
    [
      "domain/shared/events.ts",
      `import type { OrderPlaced } from "../orders/events.js";`,
      "knows no context",
    ],
    [
      "infrastructure/shared/database/sql.ts",
      `import { x } from "../../catalog/ports.js";`,
      "knows no context",
    ],
    [
      "infrastructure/orders/sql-orders.ts",
      `const x = await import("../../interface/graphql/context.js");`,
      "must not know",
    ],
    [
      "infrastructure/orders/sql-orders.ts",
      `export { x } from "../catalog/sql-products.js";`,
      "reaches into",
    ],
    ["infrastructure/orders/sql-orders.ts", `import { fastify } from "fastify";`, "package"],
    [
      "interface/graphql/orders/order-resolver.ts",
      `import { x } from "../../../infrastructure/orders/sql-orders.js";`,
      "must not know",
    ],
    [
      "interface/graphql/orders/order-resolver.ts",
      `import { DataSource } from "typeorm";`,
      "package",
    ],
    [
      "interface/graphql/orders/order-resolver.ts",
      `import type { FastifyRequest } from "fastify";`,
      "another part",
    ],
    ["interface/cli/plinth.ts", `import "graphql";`, "another part"],
    ["interface/cli/plinth.ts", `import { start } from "../../wiring/start.js";`, "must not know"],
    ["application/orders/orders.ts", `import { x } from "../../../demo/demo.js";`, "the demo"],
    [
      "infrastructure/payments/sandbox/sandbox-payment-gateway.ts",
      `import { x } from "../../../../sandbox/payment.js";`,
      "the sandbox",
    ],
    [
      "interface/cli/torture-command.ts",
      `import { torture } from "../../../torture/torture.js";`,
      "the torture",
    ],
    ["wiring/shop.ts", `import { DataSource } from "typeorm";`, "package"],
    ["main.ts", `import { catalog } from "./application/catalog/catalog.js";`, "must not know"],
    [
      "main.ts",
      `import { openStore } from "./infrastructure/data-source.js";`,
      "configuration and the wiring only",
    ],
    ["interface/http/server.ts", `const port = process.env["PORT"];`, "environment"],
    ["interface/http/server.ts", `const { env } = process;`, "environment"],
    ["interface/http/server.ts", `const port = process["env"].PORT;`, "environment"],
    ["interface/http/server.ts", `import { env } from "node:process";`, "process"],
    ["domain/orders/order.ts", `export default class Order {}`, "default export"],
    ["domain/orders/index.ts", `export * from "./order.js";`, "barrel"],
    ["domain/orders/order.ts", `// ${"TO"}${"DO"}: split`, "for later"],
    ["domain/orders/order.ts", "const a = 1;\n".repeat(251), "251 lines"],
    ["domain/orders/order.ts", `const sum = ${"a + ".repeat(30)}b;`, "long line"],
    ["domain/orders/order.ts", `export const cancelled = 1;`, "nothing of its name"],
    ["infrastructure/orders/typeorm-orders.ts", `export class TypeormOrders {}`, "vendor"],
    ["domain/orders/order.ts", `const takeOrders = 1;`, "retired word"],
    ["domain/orders/order-wording.ts", ``, "retired word"],
    ["domain/orders/order.ts", `// Who${"ever"} pays.`, "retired phrase"],
  ])("refuse in %s: %s", (file, text, why) => {
    expect(violations({ file: `src/${file}`, text }).join()).toContain(why);
  });

  test.each([
    ["domain/inventory/stock-item.ts", `import type { VariantId } from "../catalog/ids.js";`],
    ["domain/orders/order.ts", `import { Money } from "../shared/money.js";`],
    [
      "application/orders/order-cancel.ts",
      `import type { StockItems } from "../inventory/ports.js";`,
    ],
    [
      "application/orders/order-cancel.ts",
      `import type { Products } from "../catalog/ports/stores.js";`,
    ],
    [
      "application/orders/orders.ts",
      `import type { OrderPlaced } from "../../domain/payments/events.js";`,
    ],
    [
      "infrastructure/data-source.ts",
      `import { SqlProducts } from "./catalog/products/sql-products.js";`,
    ],
    [
      "infrastructure/orders/sql-orders.ts",
      `const cut = row["from"]; import { DataSource } from "typeorm";`,
    ],
    ["wiring/start.ts", `const { start } = await import("../interface/http/server.js");`],
    ["domain/orders/order.ts", `const text = "${"a ".repeat(100)}";`],
    ["domain/catalog/slug.ts", `export class SlugTaken {}\nexport const slug = 1;`],
  ])("allow in %s: %s", (file, text) => {
    expect(violations({ file: `src/${file}`, text })).toEqual([]);
  });

  test("find files and folders that import each other in a circle", () => {
    const graph = importGraph([
      { file: "src/a/one.ts", text: `import { two } from "../b/two.js";` },
      { file: "src/b/two.ts", text: `import { three } from "./three.js";` },
      { file: "src/b/three.ts", text: `import { two } from "./two.js";` },
      { file: "src/b/four.ts", text: `import { five } from "../a/five.js";` },
      { file: "src/a/five.ts", text: `` },
    ]);

    expect(cycles(graph)).toEqual([["src/b/three.ts", "src/b/two.ts"]]);
    expect(cycles(folderGraph(graph))).toEqual([["src/a", "src/b"]]);
  });
});
