import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { configTable } from "../src/infrastructure/shared/config-table.js";

const readme = readFileSync("README.md", "utf8");
const scripts = Object.keys(
  (JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> }).scripts,
);

describe("the README", () => {
  test("lists the configuration as it is", () => {
    expect(readme).toContain(configTable());
  });

  test("names only scripts that there are", () => {
    const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);

    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !scripts.includes(name ?? ""))).toEqual([]);
  });

  test("names only files and folders that there are", () => {
    const named = [
      ...readme.matchAll(
        /`((?:src|test|docs|schema|demo|bench|scripts|\.ci)\/[\w./-]*)`|\]\((docs\/[^)]+)\)/g,
      ),
    ].map(([, code, link]) => code ?? link ?? "");

    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });
});
