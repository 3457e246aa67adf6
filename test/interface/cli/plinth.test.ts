import { PassThrough } from "node:stream";
import { Command } from "commander";
import { describe, expect, test } from "vitest";
import type { OperatorNeeds } from "../../../src/interface/cli/operator-needs.js";
import { plinth, runPlinth } from "../../../src/interface/cli/plinth.js";

const typed = async (words: string, needs: Partial<OperatorNeeds> = {}) => {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const calls: string[] = [];
  const noted = (name: string) => async (): Promise<void> => void calls.push(name);
  const program = plinth(
    {
      version: "1.2.3",
      out,
      err,
      start: noted("start"),
      migrate: async () => [],
      loadDemo: async () => ({ products: 60, collections: 8 }),
      removeDemo: async () => ({ products: 60, collections: 8 }),
      printSchema: async (audience) => `# ${audience}\n`,
      errorRegister: async () => "# Error codes\n",
      policyTable: async () => "| Operation |",
      checkConfig: async () => [["PLINTH_PORT", "4000"]],
      describeConfig: async (form) => `${form}\n`,
      ...needs,
    },
    [new Command("import").argument("<file>").action(noted("import"))],
  );
  const code = await runPlinth(program, words.split(" ").filter(Boolean));
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
  ])(
    "a mistyped %s is answered with what was probably meant, and exit code 2",
    async (words, suggestion) => {
      const { code, calls, err } = await typed(words);

      expect(err).toContain(suggestion);
      expect({ code, calls }).toEqual({ code: 2, calls: [] });
    },
  );

  test.each(["", "start now", "import", "schema print staff", "demo"])(
    "%j is no complete command: exit code 2, and nothing runs",
    async (words) => {
      const { code, calls, err } = await typed(words);

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
  ])("%s explains with an example", async (words) => {
    const { code, out } = await typed(words);

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

  test("what a command fails with passes on", async () => {
    const failing = typed("migrate", { migrate: () => Promise.reject(new Error("no database")) });

    await expect(failing).rejects.toThrow("no database");
  });
});
