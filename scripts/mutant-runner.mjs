// Runs tests for `scripts/test-mutants.mjs`, which starts it: each message names a test file, the titles to run, and the mutant, if any.
// The answer is how these tests ended. Vitest stays up in between.
import { resolve } from "node:path";
import { createVitest } from "vitest/node";
import { root } from "./build.mjs";

const [mode] = process.argv.slice(2);
const silent = {};
const vitest = await createVitest("test", {
  root,
  config: "test/mutants/vitest.config.ts",
  mode,
  watch: false,
  reporters: [silent],
});
await vitest.standalone();

const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

const run = async ({ tests, titles, mutant, timeoutMs }) => {
  const path = resolve(tests);
  process.env.PLINTH_MUTANT_TRIAL = JSON.stringify({ tests, mutant });
  vitest.invalidateFile(path);
  const project = vitest.getRootProject();
  project.config.testTimeout = timeoutMs;
  project.config.expect.poll.timeout = timeoutMs / 2;
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications([
    project.createSpecification(path, {
      testNamePattern: new RegExp(`(${titles.map(escaped).join("|")})$`),
    }),
  ]);
  const module = testModules.find(({ moduleId }) => moduleId === path);
  const ended = [...(module?.children.allTests() ?? [])]
    .filter(({ name }) => titles.includes(name))
    .map((test) => {
      const { state, errors = [] } = test.result();
      const [error] = errors;
      return { title: test.name, state, message: `${error?.message} ${error?.cause?.message}` };
    });
  const problem = [...(module?.errors() ?? []), ...unhandledErrors][0];
  return { ended, problem: problem ? String(problem.message) : "" };
};

process.on("message", (request) => {
  run(request).then(
    (answer) => process.send(answer),
    (error) => process.send({ ended: [], problem: String(error) }),
  );
});
process.once("disconnect", () => process.exit());
process.send("ready");
