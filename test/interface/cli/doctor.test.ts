import { PassThrough } from "node:stream";
import { beforeEach, describe, expect, test } from "vitest";
import { doctorCommand } from "../../../src/interface/cli/doctor-command.js";
import { plinth, runPlinth } from "../../../src/interface/cli/plinth.js";
import type { CheckedRow } from "../../fakes/in-memory-row-checks.js";
import { cliShop } from "./cli-shop.js";

describe("plinth doctor", () => {
  let shop: ReturnType<typeof cliShop>;
  const store = (rule: "shelves" | "doors", id: number, isBroken: boolean): void =>
    void shop.database.rows<CheckedRow>(rule).set(String(id), {
      id,
      problem: isBroken ? { expected: "straight", found: `crooked\u001B[31m ${id}` } : null,
    });

  beforeEach(() => {
    shop = cliShop();
    store("shelves", 1, false);
    store("shelves", 2, false);
    store("shelves", 3, false);
  });

  test("says that a shop is sound, with the number of rows of each rule", async () => {
    const { code, out } = await shop.run("doctor");

    expect(code).toBe(0);
    expect(out).toBe(
      "shelves          ok of 3 rows. Every shelf holds.\ndoors            ok of 0 rows. Every door closes.\n\nEvery row is as it must be.\n",
    );
  });

  test("names each broken row with what is expected and what is there, and ends with 4", async () => {
    store("shelves", 2, true);
    const { code, out } = await shop.run("doctor");

    expect(code).toBe(4);
    expect(out).toContain("shelves          1 broken of 3 rows. Every shelf holds.\n");
    expect(out).toContain(
      "\nshelves: shelf id=2\n  expected: straight\n  found:    crooked [31m 2\n\n1 row broken. Nothing was changed.\n",
    );
  });

  test("prints no more rows than the limit, but counts them all", async () => {
    for (const id of [1, 2, 3]) store("shelves", id, true);
    const { out } = await shop.run("doctor", "--limit", "1");

    expect(out.match(/expected:/g)).toHaveLength(1);
    expect(out).toContain("\n2 more broken rows: see --limit.\n\n3 rows broken.");
  });

  test("shows what a repair would do, then does it, and ends with 4 while a row is left", async () => {
    store("shelves", 2, true);
    store("doors", 7, true);
    const dryRun = await shop.run("doctor", "--repair", "--dry-run");
    const repair = await shop.run("doctor", "--repair");
    const again = await shop.run("doctor", "--rule", "shelves");

    expect(dryRun.code).toBe(4);
    expect(dryRun.out).toContain(
      "  found:    crooked [31m 2\n  would be repaired\ndoors: door id=7\n",
    );
    expect(dryRun.out).toMatch(/crooked \[31m 7\n\n2 rows broken. Nothing was changed.\n$/);
    expect(repair.code).toBe(4);
    expect(repair.out).toContain("  found:    crooked [31m 2\n  repaired\n");
    expect(repair.out).toMatch(/\n1 row repaired, 1 broken.\n$/);
    expect(again).toMatchObject({ code: 0 });
    expect(again.out).not.toContain("doors");
  });

  test("ends with 0 when everything was repaired", async () => {
    store("shelves", 3, true);
    const { code, out } = await shop.run("doctor", "--repair");

    expect(code).toBe(0);
    expect(out).toMatch(/\n1 row repaired, 0 broken.\n$/);
  });

  test("prints the report as JSON", async () => {
    store("doors", 7, true);
    const { code, out } = await shop.run("doctor", "--json");

    expect(code).toBe(4);
    expect(JSON.parse(out)).toEqual({
      isClean: false,
      rules: [
        {
          name: "shelves",
          rule: "Every shelf holds.",
          table: "shelf",
          isRepairable: true,
          rows: 3,
          broken: 0,
          repaired: 0,
        },
        {
          name: "doors",
          rule: "Every door closes.",
          table: "door",
          isRepairable: false,
          rows: 1,
          broken: 1,
          repaired: 0,
        },
      ],
      rows: [
        {
          rule: "doors",
          table: "door",
          key: { id: 7 },
          expected: "straight",
          found: "crooked\u001B[31m 7",
          isRepairable: false,
          isRepaired: false,
        },
      ],
    });
  });

  test("refuses an unknown rule and a dry run of nothing", async () => {
    const err = new PassThrough();
    const context = {
      withApp: (work: (app: typeof shop) => unknown) => work(shop),
      out: new PassThrough(),
      setExitCode: () => undefined,
      signal: new AbortController().signal,
    };
    const actions = { version: "0", out: new PassThrough(), err } as never;
    const run = (...args: readonly string[]) =>
      runPlinth(plinth(actions, [doctorCommand(context as never)]), ["doctor", ...args]);

    expect(await run("--dry-run")).toBe(2);
    expect(String(err.read())).toContain("error: give --repair with --dry-run");
    await expect(run("--rule", "roofs")).rejects.toThrow(
      "There is no rule roofs. The rules are: shelves, doors.",
    );
  });
});
