import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { limitNamed, LIMIT_NAMES, type LimitName } from "../src/application/shared/limits.js";
import { OTHER_LIMITS } from "../src/application/shared/other-limits.js";
import { limitTable } from "../src/infrastructure/shared/config/limit-table.js";
import { limitVariable } from "../src/infrastructure/shared/config/limit-variables.js";
import { variableNamed, type VariableName } from "../src/infrastructure/shared/config/variables.js";
import { MUTANTS } from "./mutants/mutants.mjs";

const OTHER_NAMES = Object.keys(OTHER_LIMITS) as readonly (keyof typeof OTHER_LIMITS)[];
const NAMES: readonly LimitName[] = [...LIMIT_NAMES, ...OTHER_NAMES];

/** All code but the tables themselves, in which each name occurs of course. */
const CODE = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !/^application.shared.[\w-]*limits?\.ts$/.test(path))
  .map((path) => readFileSync(join("src", path), "utf8"))
  .join("\n");

const OPERATIONS = readFileSync("docs/operations.md", "utf8");
const EXAMPLE = readFileSync(".env.example", "utf8");
const TABLE = readFileSync("docs/limits.md", "utf8");

const settingOf = (name: LimitName): string | null =>
  name in OTHER_LIMITS
    ? OTHER_LIMITS[name as keyof typeof OTHER_LIMITS].setting
    : limitVariable(name as (typeof LIMIT_NAMES)[number]);

/** What is missing of a limit. */
const gapsOf = (name: LimitName, code = CODE, table = TABLE, mutants = MUTANTS) => {
  const setting = settingOf(name);
  return [
    code.includes(`"${name}"`) ? [] : "nothing counts it",
    name in OTHER_LIMITS || (code.match(new RegExp(`\\b${name}\\b`, "g"))?.length ?? 0) > 1
      ? []
      : "nothing keeps it",
    table.split("\n").some((row) => row.endsWith(`| \`${name}\` |`)) ? [] : "it is not documented",
    setting === null || EXAMPLE.includes(`${setting}=`) ? [] : ".env.example does not list it",
    mutants.some(({ limit }) => limit === name) ? [] : "no mutant takes it away",
  ].flat();
};

describe("each limit", () => {
  test.each(NAMES)("is kept, counted, documented, a setting or fixed, and tested: %s", (name) => {
    expect(gapsOf(name)).toEqual([]);
  });

  test("would not pass with one of these missing", () => {
    expect(gapsOf("uploads", "", "", [])).toEqual([
      "nothing counts it",
      "nothing keeps it",
      "it is not documented",
      "no mutant takes it away",
    ]);
    expect(gapsOf("uploads", 'limits.uploads; limits.uploads; counters.reached("other")')).toEqual([
      "nothing counts it",
    ]);
    expect(gapsOf("uploads", 'counters.reached("uploads")')).toEqual(["nothing keeps it"]);
  });

  test("has the default of its variable where that has another name", () => {
    for (const { setting, fallback } of Object.values(OTHER_LIMITS))
      if (setting !== null) {
        expect(variableNamed(setting as VariableName).fallback).toBe(String(fallback));
        expect(OPERATIONS).toContain(`\`${setting}\``);
      }
  });

  test("has a default that can be set", () => {
    const impossible = LIMIT_NAMES.filter((name) => {
      const { fallback, least, most = 1_000_000_000 } = limitNamed(name);
      return fallback < least || fallback > most;
    });

    expect(impossible).toEqual([]);
  });

  test("says in the table whether it can be switched off", () => {
    const rows = limitTable().split("\n");

    expect(rows.find((row) => row.endsWith("| `bodyBytes` |"))).toContain("| no |");
    expect(rows.find((row) => row.endsWith("| `queryCost` |"))).toContain("| yes |");
    expect(rows.find((row) => row.endsWith("| `sharedClients` |"))).toMatch(/^\| \(fixed\) \|/);
  });
});
