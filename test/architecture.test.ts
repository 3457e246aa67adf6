import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

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
    /^(typeorm|mysql2|better-sqlite3|lru-cache|pino|pino-pretty|argon2|csv-parse(\/sync)?|iconv-lite|chardet|sharp|ipaddr\.js|@aws-sdk\/client-s3|node:.+)$/,
  interface:
    /^(fastify|@fastify\/.+|@as-integrations\/fastify|@apollo\/server(\/.+)?|graphql|graphql-jit|graphql-scalars|type-graphql|reflect-metadata|class-validator|dataloader|lru-cache|commander|cli-progress|node:.+)$/,
  wiring: /^(fastify|reflect-metadata|node:.+)$/,
  "main.ts": /^$/,
};
/** Packages that only their own part of the interface may know. */
const PARTS: readonly (readonly [part: RegExp, packages: RegExp])[] = [
  [/^interface\/http\//, /^(fastify|@fastify\/.+|@as-integrations\/fastify)$/],
  [
    /^interface\/graphql\//,
    /^(graphql.*|type-graphql|reflect-metadata|class-validator|dataloader|lru-cache)$/,
  ],
  [/^interface\/cli\//, /^(commander|cli-progress)$/],
];

interface Source {
  readonly file: string;
  readonly text: string;
}

const violations = ({ file, text }: Source): readonly string[] => [
  ...importsOf(file, text).flatMap((to) => importProblem(file, to) ?? []),
  ...textProblems(file, text),
];

const importProblem = (file: string, to: string): string | null => {
  const [room = "", context, ...rest] = file.split("/");
  if (!to.startsWith("src/")) return packageProblem(file, room, to);
  const [, toRoom = "", toContext = "", toFile] = to.split("/");
  if (toRoom !== room && !MAY_IMPORT[room]?.includes(toRoom))
    return `${file} may not import ${to}: ${room} must not know ${toRoom}`;
  if (room === "main.ts")
    return /^src\/(wiring\/|infrastructure\/config\.js$)/.test(to)
      ? null
      : `${file} may import the configuration and the wiring only`;
  // A file at the root of a room puts contexts together; in the interface resolvers join them.
  const joinsContexts = rest.length === 0 || room === "interface" || room === "wiring";
  const isForeign = toFile !== undefined && toContext !== context && toContext !== "shared";
  const isPublic = ["ids.js", "events.js", "ports.js", `${toContext}.js`].includes(toFile ?? "");
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

const textProblems = (file: string, text: string): readonly string[] => [
  ...(/\bprocess\s*(\?\.|\.)\s*env\b|\bprocess\s*\[|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/.test(
    text,
  ) && file !== "infrastructure/config.ts"
    ? [`${file} reads the environment`]
    : []),
  ...(/\bfrom "node:process"/.test(text) ? [`${file} takes the process from a module`] : []),
  ...(/^\s*export\s+default\b|\bas default\b/m.test(text) ? [`${file} has a default export`] : []),
  ...(/^\s*export\s+\*\s+from\b/m.test(text) ? [`${file} is a barrel`] : []),
  ...(/\b(TODO|FIXME|XXX)\b/.test(text) ? [`${file} leaves something for later`] : []),
];

const importsOf = (file: string, text: string): readonly string[] => {
  const statements = [
    /^\s*(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"']+)["']/gm,
    /^\s*import\s*["']([^"']+)["']/gm,
    /\b(?:import|require)\s*\(\s*["']([^"']+)["']/g,
  ];
  return statements.flatMap((statement) =>
    [...text.matchAll(statement)].map(([, to = ""]) =>
      to.startsWith(".") ? join("src", dirname(file), to) : to,
    ),
  );
};

const sources: readonly Source[] = readdirSync("src", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => relative("src", join(entry.parentPath, entry.name)))
  .map((file) => ({ file, text: readFileSync(join("src", file), "utf8") }));

describe("the rooms", () => {
  test("are all there", () => {
    expect(new Set(sources.map(({ file }) => file.split("/")[0]))).toEqual(
      new Set(Object.keys(MAY_IMPORT)),
    );
    expect(sources.length).toBeGreaterThan(80);
  });

  test("import inwards only, use their own packages, and reach other contexts by their front doors", () => {
    expect(sources.flatMap(violations)).toEqual([]);
  });

  test("every relative import names a file that is there", () => {
    const files = new Set(sources.map(({ file }) => join("src", file).replace(/\.ts$/, ".js")));

    expect(
      sources.flatMap(({ file, text }) =>
        importsOf(file, text).filter((to) => to.startsWith("src/") && !files.has(to)),
      ),
    ).toEqual([]);
  });
});

describe("the rules still bite", () => {
  test.each([
    ["domain/orders/order.ts", `import { DataSource } from "typeorm";`, "package"],
    ["domain/orders/order.ts", `import { readFileSync } from "node:fs";`, "package"],
    [
      "domain/orders/order.ts",
      `import { placeOrder } from "../../application/orders/place-order.js";`,
      "must not know",
    ],
    [
      "domain/orders/order.ts",
      `import { StockItem } from "../inventory/stock-item.js";`,
      "reaches into",
    ],
    ["application/orders/place-order.ts", `import { z } from "zod";`, "package"],
    [
      "application/orders/place-order.ts",
      `import { x } from "../../infrastructure/config.js";`,
      "must not know",
    ],
    [
      "application/orders/place-order.ts",
      `import { StockItem } from "../../domain/inventory/stock-item.js";`,
      "reaches into",
    ],
    [
      "application/orders/place-order.ts",
      `import {\n  reserve,\n} from "../inventory/reserve-stock.js";`,
      "reaches into",
    ],
    [
      "infrastructure/orders/typeorm-orders.ts",
      `const x = await import("../../interface/graphql/context.js");`,
      "must not know",
    ],
    [
      "infrastructure/orders/typeorm-orders.ts",
      `export { x } from "../catalog/typeorm-products.js";`,
      "reaches into",
    ],
    ["infrastructure/orders/typeorm-orders.ts", `import { fastify } from "fastify";`, "package"],
    [
      "interface/graphql/orders/order-resolver.ts",
      `import { x } from "../../../infrastructure/orders/typeorm-orders.js";`,
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
  ])("%s with %s", (file, text, why) => {
    expect(violations({ file, text }).join()).toContain(why);
  });

  test.each([
    ["domain/inventory/stock-item.ts", `import type { VariantId } from "../catalog/ids.js";`],
    ["domain/orders/order.ts", `import { Money } from "../shared/money.js";`],
    [
      "application/orders/place-order.ts",
      `import type { StockItems } from "../inventory/ports.js";`,
    ],
    [
      "application/orders/orders.ts",
      `import type { OrderPlaced } from "../../domain/payments/events.js";`,
    ],
    [
      "infrastructure/data-source.ts",
      `import { TypeormProducts } from "./catalog/typeorm-products.js";`,
    ],
    [
      "infrastructure/orders/typeorm-orders.ts",
      `const cut = row["from"]; import { DataSource } from "typeorm";`,
    ],
    ["wiring/start.ts", `const { start } = await import("../interface/http/server.js");`],
  ])("and let through what is allowed: %s with %s", (file, text) => {
    expect(violations({ file, text })).toEqual([]);
  });
});
