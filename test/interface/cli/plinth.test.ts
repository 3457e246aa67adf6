import { PassThrough } from "node:stream";
import { Command } from "commander";
import { describe, expect, test } from "vitest";
import type { CliActions } from "../../../src/interface/cli/cli-actions.js";
import { plinth, runPlinth } from "../../../src/interface/cli/plinth.js";

const typed = async (line: string, overrides: Partial<CliActions> = {}) => {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const calls: string[] = [];
  const noted = (name: string) => async (): Promise<void> => void calls.push(name);
  const program = plinth(
    {
      version: "1.2.3",
      out,
      err,
      start: noted("start"),
      sandbox: noted("sandbox"),
      migrate: async () => [],
      acceptSecret: noted("secret accept"),
      loadDemo: async () => ({ products: 60, collections: 8 }),
      removeDemo: async () => ({ products: 60, collections: 8 }),
      printSchema: async (audience) => `# ${audience}\n`,
      errorRegister: async () => "# Error codes\n",
      policyTable: async () => "| Operation |",
      checkConfig: async () => [["PLINTH_PORT", "4000"]],
      describeConfig: async (form) => `${form}\n`,
      ...overrides,
    },
    [new Command("import").argument("<file>").action(noted("import"))],
  );
  const code = await runPlinth(program, line.split(" ").filter(Boolean));
  return { code, calls, out: String(out.read() ?? ""), err: String(err.read() ?? "") };
};

describe("the command line", () => {
  test.each([
    ["strat", "Did you mean start?"],
    ["imprt products.csv", "Did you mean import?"],
    ["demo laod", "Did you mean load?"],
    ["schema pint", "Did you mean print?"],
    ["config chek", "Did you mean check?"],
    ["start --hepl", "Did you mean --help?"],
    ["--versoin", "Did you mean --version?"],
  ])("a mistyped %s ends with a suggestion and exit code 2", async (line, suggestion) => {
    const { code, calls, err } = await typed(line);

    expect(err).toContain(suggestion);
    expect({ code, calls }).toEqual({ code: 2, calls: [] });
  });

  test.each(["", "start now", "import", "schema print staff", "demo"])(
    "%j is an incomplete command: it ends with exit code 2, and nothing runs",
    async (line) => {
      const { code, calls, err } = await typed(line);

      expect(err).not.toBe("");
      expect({ code, calls }).toEqual({ code: 2, calls: [] });
    },
  );

  test.each([
    "--help",
    "help",
    "start --help",
    "migrate --help",
    "demo --help",
    "schema print --help",
    "policy --help",
    "config check --help",
  ])("%s prints an example", async (line) => {
    const { code, out } = await typed(line);

    expect(out).toMatch(/Examples?:\n {2}\$ /);
    expect(code).toBe(0);
  });

  test("the version is printed alone", async () => {
    expect(await typed("--version")).toMatchObject({ code: 0, out: "1.2.3\n", err: "" });
  });

  test("each command does its work", async () => {
    expect((await typed("start")).calls).toEqual(["start"]);
    expect((await typed("import a.csv")).calls).toEqual(["import"]);
    expect((await typed("migrate")).out).toBe("The store is up to date.\n");
    expect((await typed("demo load")).out).toBe("60 products and 8 collections loaded.\n");
    expect((await typed("schema print")).out).toBe("# shop\n");
    expect((await typed("schema print admin")).out).toBe("# admin\n");
    expect((await typed("schema errors")).out).toBe("# Error codes\n");
    expect((await typed("policy")).out).toBe("| Operation |\n");
    expect((await typed("config check")).out).toContain("PLINTH_PORT  4000\n");
  });

  test("an error of a command is thrown", async () => {
    const failing = typed("migrate", { migrate: () => Promise.reject(new Error("no database")) });

    await expect(failing).rejects.toThrow("no database");
  });
});
