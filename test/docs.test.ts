import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema } from "graphql";
import { describe, expect, test } from "vitest";
import { HAPPENINGS } from "../sandbox/payment.js";
import { OUTAGES } from "../sandbox/server-needs.js";
import { tokenTable } from "../sandbox/tokens.js";
import { configTable } from "../src/infrastructure/shared/config/config-table.js";
import { limitTable } from "../src/infrastructure/shared/config/limit-table.js";
import { knownNames } from "../src/infrastructure/shared/config/variables.js";
import type { CliContext } from "../src/interface/cli/cli-context.js";
import { eventsCommand } from "../src/interface/cli/events-command.js";
import { exportCommand } from "../src/interface/cli/export-command.js";
import { importCommand } from "../src/interface/cli/import-command.js";
import { doctorCommand } from "../src/interface/cli/doctor-command.js";
import { collectionsCommand } from "../src/interface/cli/collections-command.js";
import { documentsCommand } from "../src/interface/cli/documents-command.js";
import { mediaCommand } from "../src/interface/cli/media-command.js";
import type { CliActions } from "../src/interface/cli/cli-actions.js";
import { plinth } from "../src/interface/cli/plinth.js";
import { pricesCommand } from "../src/interface/cli/prices-command.js";
import { taxesCommand } from "../src/interface/cli/taxes-command.js";
import { tortureCommand } from "../src/interface/cli/torture-command.js";
import { workCommand } from "../src/interface/cli/work-command.js";
import { unknownPlinthCalls, unknownScripts } from "./docs/doc-commands.js";
import { documentsOf, namesOf, unknownNames, wrongDocuments } from "./docs/doc-graphql.js";
import {
  brokenLinks,
  fencesOf,
  missingFiles,
  missingPaths,
  readPage,
  type DocPage,
} from "./docs/doc-page.js";
import { documentedValues } from "./docs/documented-values.js";

const DECISIONS = "docs/decisions";
const PRINTED = ["docs/errors.md", "docs/policy.md", "docs/statements.md"];
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "clients/typescript/README.md",
  "demo/README.md",
  "examples/storefront/README.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`)
    .toSorted(),
].map(readPage);
const written = pages.filter(({ path }) => !PRINTED.includes(path));
const page = (path: string): DocPage => pages.find((one) => one.path === path) ?? readPage(path);
const planted = (text: string): DocPage => ({ path: "docs/planted.md", text });
const inFence = (language: string, text: string): DocPage =>
  planted(`\`\`\`${language}\n${text}\n\`\`\`\n`);

describe("links", () => {
  test("of every page lead to a file and a heading", () => {
    expect(pages.flatMap(brokenLinks)).toEqual([]);
  });

  test("to a missing file or heading are found", () => {
    const text = "# One two\n[a](gone.md) [b](#three) [c](#one-two) [d](../README.md#gone)";

    expect(brokenLinks(planted(text))).toEqual([
      "docs/planted.md: gone.md does not exist",
      "docs/planted.md: #three names no heading",
      "docs/planted.md: ../README.md#gone names no heading",
    ]);
  });

  test("from the list of decisions lead to all of them", () => {
    const listed = page(`${DECISIONS}/README.md`).text;
    const files = readdirSync(DECISIONS).filter((file) => file !== "README.md");

    expect(files.filter((file) => !listed.includes(`](${file})`))).toEqual([]);
  });
});

describe("paths of this repository", () => {
  // The folder of the clients holds their packages.
  const folders = readdirSync("test").filter((name) => name !== "clients");
  const sourceFiles = [
    ...folders,
    ...["src", "scripts", "demo", "sandbox", "bench"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }),
    ),
    ...folders
      .filter((name) => !name.includes("."))
      .flatMap((name) => readdirSync(`test/${name}`, { recursive: true, encoding: "utf8" })),
  ];

  test("that a page names exist", () => {
    expect(written.flatMap(missingPaths)).toEqual([]);
  });

  test("that a page names without their folders exist", () => {
    const own = written.filter(({ path }) => !path.startsWith("clients/"));

    expect(own.flatMap((one) => missingFiles(one, sourceFiles))).toEqual([]);
    expect(missingFiles(planted("`catalog.ts`, `gone.ts`"), sourceFiles)).toEqual([
      "docs/planted.md: gone.ts does not exist",
    ]);
  });

  test("that do not exist are found, also those with a placeholder", () => {
    const text = "`src/main.ts` `src/gone.ts` `src/domain/<context>/ids.ts` `src/gone/<context>/`";

    expect(missingPaths(planted(text))).toEqual([
      "docs/planted.md: src/gone.ts does not exist",
      "docs/planted.md: src/gone/<context>/ does not exist",
    ]);
    expect(missingPaths(inFence("sh", "npx vitest run test/gone"))).toEqual([
      "docs/planted.md: test/gone does not exist",
    ]);
  });
});

describe("commands", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly scripts: Record<string, string>;
  };
  const scriptNames = Object.keys(scripts);
  // Commands only run with what they need; their structure is there without.
  const needs = {
    version: "0.0.0",
    out: process.stdout,
    err: process.stderr,
  } as unknown as CliActions & CliContext & Parameters<typeof tortureCommand>[0];
  const program = plinth(
    needs,
    [
      importCommand,
      exportCommand,
      collectionsCommand,
      pricesCommand,
      taxesCommand,
      eventsCommand,
      workCommand,
      mediaCommand,
      documentsCommand,
      doctorCommand,
      tortureCommand,
    ].map((make) => make(needs)),
  );

  test("of npm that a page names are scripts of package.json", () => {
    expect(written.flatMap((one) => unknownScripts(one, scriptNames))).toEqual([]);
  });

  test("of npm that do not exist are found in blocks and in prose", () => {
    const block = "npm ci && npm run gone  # npm run comment\nA=b npm strat";

    expect(unknownScripts(inFence("sh", block), scriptNames)).toEqual([
      "docs/planted.md: npm run gone",
      "docs/planted.md: npm strat",
    ]);
    expect(unknownScripts(planted("Run `npm run gone`."), scriptNames)).toHaveLength(1);
  });

  test("of plinth that a page names exist with their options", () => {
    expect(written.flatMap((one) => unknownPlinthCalls(one, program))).toEqual([]);
  });

  test.each([
    ["imprt a.csv", "there is no command imprt"],
    ["import a.csv --gone", "there is no option --gone"],
    ["import a.csv --decimal semicolon", "--decimal takes no semicolon"],
    ["export a.csv b.csv", "there are 2 arguments"],
    ["work gone", "there is no command gone"],
  ])("of plinth that do not exist are found: %s", (words, problem) => {
    expect(unknownPlinthCalls(planted(`Run \`npx plinth ${words}\`.`), program)).toEqual([
      `docs/planted.md: plinth ${words}: ${problem}`,
    ]);
  });

  test("of plinth with options, values and several arguments are accepted", () => {
    const text = "npx plinth events replay a b --parked\nnpx plinth import a.csv --decimal comma";

    expect(unknownPlinthCalls(inFence("sh", text), program)).toEqual([]);
  });
});

describe("settings", () => {
  const OF_TESTS = [
    "PLINTH_TEST_CARTS",
    "PLINTH_TEST_ROUNDS",
    "PLINTH_TEST_VARIANTS",
    "PLINTH_TEST_MYSQL_URL",
    "PLINTH_TEST_PROGRAM",
    "PLINTH_TEST_REPORT",
    "PLINTH_CHROMIUM",
    "PLINTH_RECORD",
  ];
  const OF_THE_STOREFRONT = ["PLINTH_URL"];
  const known = [...knownNames, ...OF_TESTS, ...OF_THE_STOREFRONT];
  const unknownSettings = ({ path, text }: DocPage): readonly string[] =>
    (text.match(/PLINTH_[A-Z0-9_]+/g) ?? [])
      .filter((name) => !known.includes(name))
      .map((name) => `${path}: ${name}`);

  test("that a page names exist", () => {
    expect(pages.flatMap(unknownSettings)).toEqual([]);
  });

  test("that do not exist are found", () => {
    const text = "`PLINTH_PORT`, PLINTH_ADMIN_KEY_FILE and PLINTH_PORTT=1";

    expect(unknownSettings(planted(text))).toEqual(["docs/planted.md: PLINTH_PORTT"]);
  });

  test.each([
    ["settings", "docs/operations.md", configTable],
    ["limits", "docs/limits.md", limitTable],
    ["tokens", "docs/guide/payments.md", tokenTable],
  ])("are all in the table of %s in %s; after a change: npm run schema", (name, path, table) => {
    const begin = `<!-- ${name}: printed from the code; npm run schema -->`;
    const [before = "", after = ""] = page(path).text.split(
      new RegExp(`(?<=${begin})[^]*(?=<!-- /${name} -->)`),
    );
    const printed = `${before}\n\n${table()}\n\n${after}`;
    if (process.env["PLINTH_RECORD"] === "1") writeFileSync(path, printed);

    expect(readFileSync(path, "utf8")).toBe(printed);
  });
});

describe("GraphQL", () => {
  const [shop, admin] = ["shop", "admin"].map((api) =>
    buildSchema(readFileSync(join("schema", `${api}.graphql`), "utf8")),
  );
  if (!shop || !admin) throw new Error("There are two schemas.");
  const SHOP_PAGES = ["README.md", "docs/guide/storefront.md", "docs/guide/search.md"];
  // What is said about answers and headers, and what frontends call their own things.
  const OTHER_NAMES = [
    "requestId",
    "cacheTags",
    // Of Next.js.
    "revalidateTag",
    "retryAfterMs",
    "restoredPerSecond",
    "nearestLimit",
    "typePolicies",
    "possibleTypes",
    "withFragments",
  ];
  // What the sandbox gateway is told.
  const SANDBOX_NAMES = [...HAPPENINGS, ...OUTAGES];
  const known = new Set<string>([
    ...namesOf(shop),
    ...namesOf(admin),
    ...OTHER_NAMES,
    ...SANDBOX_NAMES,
  ]);
  const guides = written.filter(({ path }) => path.startsWith("docs/guide/"));

  test("documents of every page fit a schema, those for storefronts that of the shop", () => {
    expect(written.flatMap(documentsOf).length).toBeGreaterThan(10);
    expect(written.flatMap((one) => wrongDocuments(one, [shop, admin]))).toEqual([]);
    expect(SHOP_PAGES.flatMap((path) => wrongDocuments(page(path), [shop]))).toEqual([]);
  });

  test("documents that fit no schema are found in blocks and in calls of a shell", () => {
    const curl = `curl -d '{ "query": "{ products { gone } }" }'`;

    expect(wrongDocuments(inFence("graphql", "{ products { gone } }"), [shop, admin])).toHaveLength(
      1,
    );
    expect(wrongDocuments(inFence("graphql", "{ products {"), [shop, admin])).toHaveLength(1);
    expect(wrongDocuments(inFence("sh", curl), [shop, admin])).toHaveLength(1);
    const call = `shop '{ node(id: \\"'$id'\\") { gone } }' | head`;
    expect(wrongDocuments(inFence("sh", call), [shop, admin])).toHaveLength(1);
    const right = call.replace("gone", "id");
    expect(wrongDocuments(inFence("sh", right), [shop, admin])).toEqual([]);
    expect(wrongDocuments(inFence("graphql", "{ priceLists { id } }"), [shop])).toHaveLength(1);
  });

  test("names in the guides are names of a schema", () => {
    expect(guides.flatMap((one) => unknownNames(one, known))).toEqual([]);
  });

  test("names that no schema has are found", () => {
    const text = "`productGone`, `STALE_GONE`, `productUpdate`, `search(gone: true, onSale: true)`";

    expect(unknownNames(planted(text), known)).toEqual([
      "docs/planted.md: productGone",
      "docs/planted.md: STALE_GONE",
    ]);
  });
});

describe("tables of limits and points", () => {
  test.each([...documentedValues()])("in %s have the values of the code", (path, rows) => {
    const { text } = page(path);

    expect(rows.filter(([what, value]) => !text.includes(`| ${what} | ${value} |`))).toEqual([]);
  });
});

describe("pages stay short", () => {
  test("the README has at most 8,192 bytes", () => {
    expect(Buffer.byteLength(page("README.md").text)).toBeLessThanOrEqual(8_192);
  });

  test("a decision has context, decision, cost and date in at most 25 lines", () => {
    for (const file of readdirSync(DECISIONS).filter((name) => name !== "README.md")) {
      const { text } = page(`${DECISIONS}/${file}`);

      expect(text).toMatch(
        /^# \d{4}\. .+\n\nDate: \d{4}-\d{2}-\d{2}\n\n## Context\n\n[^]+\n\n## Decision\n\n[^]+\n\n## Cost\n\n[^]+\n$/,
      );
      expect(text.split("\n").length - 1).toBeLessThanOrEqual(25);
    }
  });

  test("every block that is fenced says what it holds", () => {
    const nameless = written.filter((one) => fencesOf(one).some(({ language }) => language === ""));

    expect(nameless.map(({ path }) => path)).toEqual([]);
  });
});
