import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mutate } from "./locate.js";
import { MUTANTS } from "./mutants.mjs";
import { isTitleIn, parsed, reach } from "./reach.js";

type Listed = (typeof MUTANTS)[number];

const problems = (mutant: Listed): readonly string[] => {
  const missing = [mutant.file, mutant.tests].filter((file) => !existsSync(file));
  if (missing.length > 0) return missing.map((file) => `${file} is missing`);
  const reached = [...reach(mutant.tests)];
  return [
    ...brokenSourceProblems(mutant),
    ...(reached.includes(mutant.file) ? [] : [`${mutant.tests} does not import ${mutant.file}`]),
    ...(isTitleIn(
      reached.filter((file) => file.startsWith("test/")),
      mutant.noticedBy,
    )
      ? []
      : [`no test of ${mutant.tests} is called: ${mutant.noticedBy}`]),
  ];
};

const brokenSourceProblems = (mutant: Listed): readonly string[] => {
  try {
    parsed(mutate(readFileSync(mutant.file, "utf8"), mutant));
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
};

describe("the list of mutants", () => {
  test.each(MUTANTS.map((mutant) => [mutant.name, mutant] as const))(
    "breaks a file that is there, and names a test that can notice: %s",
    (_name, mutant) => {
      expect(problems(mutant)).toEqual([]);
    },
  );

  const [first] = MUTANTS as readonly [Listed];
  test.each<[string, Partial<Listed>, RegExp]>([
    ["whose code is not there", { find: "no such code" }, /does not contain/],
    ["whose code is there twice", { find: "const" }, /contains \d+ times/],
    ["that cannot be parsed", { replace: "," }, /Unexpected token/],
    ["of a file that is not there", { file: "src/none.ts" }, /src\/none\.ts is missing/],
    ["of a file that its test does not load", { file: "src/main.ts" }, /does not import/],
    ["that no test is to notice", { noticedBy: "no such test" }, /is called: no such test/],
  ])("would not be accepted with a mutant %s", (_why, change, problem) => {
    expect(problems({ ...first, ...change })).toContainEqual(expect.stringMatching(problem));
  });

  test("has one name for each", () => {
    const names = MUTANTS.map(({ name }) => name);

    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
