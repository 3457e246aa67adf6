// Takes one safeguard away at a time and sees that the test which names it turns red. `--mysql` adds those that need a server.
// Reports that whole runs have left (PLINTH_TEST_REPORT) may be named: what they tell need not be run once more.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, relative } from "node:path";
import { MUTANTS } from "../test/mutants/mutants.mjs";
import { root } from "./build.mjs";
import { startPrivateServer } from "./private-mariadb.mjs";

const withServer = process.argv.includes("--mysql");
const needsServer = (tests) => tests.includes("integration-mysql");
const given = process.env.PLINTH_TEST_MYSQL_URL;
const server =
  !withServer || given ? { url: given, stop: async () => {} } : await startPrivateServer();
const folder = mkdtempSync(join(tmpdir(), "plinth-mutants-"));
let runs = 0;

/** How the tests of each file ended when nothing was broken, as far as a report says. */
const reported = new Map(
  process.argv
    .filter((word) => word.endsWith(".json"))
    .flatMap((path) => JSON.parse(readFileSync(path, "utf8")).testResults)
    .map(({ name, assertionResults }) => [relative(root, name), assertionResults]),
);

const byTitle = (results) => (title) =>
  results.find((test) => test.title === title)?.status ?? "missing";

/** How the tests of a file ended, by their titles: "passed", "failed", or why there is no answer. */
const outcomes = async (tests, mutant) => {
  const report = join(folder, `report-${++runs}.json`);
  const child = spawn(
    process.execPath,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--config",
      "test/mutants/vitest.config.ts",
      ...(needsServer(tests) ? ["--mode", "mysql"] : []),
      tests,
      ...(mutant ? ["-t", mutant.noticedBy] : []),
      "--reporter",
      "json",
      "--outputFile",
      report,
    ],
    {
      cwd: root,
      stdio: ["ignore", "ignore", "pipe"],
      env: {
        ...process.env,
        PLINTH_TEST_MYSQL_URL: server.url,
        PLINTH_MUTANT: JSON.stringify(mutant),
      },
    },
  );
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (piece) => (said += piece));
  await once(child, "close");
  try {
    return byTitle(
      JSON.parse(readFileSync(report, "utf8")).testResults.flatMap(
        ({ assertionResults }) => assertionResults,
      ),
    );
  } catch {
    return () => `missing (${said.slice(0, 400)})`;
  }
};

// A file of tests is run whole once, however many mutants it is to notice.
const whole = new Map();
const wholeOutcomes = (tests) => {
  const known = reported.get(tests);
  if (!whole.has(tests))
    whole.set(tests, known ? Promise.resolve(byTitle(known)) : outcomes(tests, null));
  return whole.get(tests);
};

let [passed, failed] = [0, 0];
const waiting = MUTANTS.filter(({ tests }) => withServer || !needsServer(tests));
const worker = async () => {
  for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
    const [before, after] = [
      (await wholeOutcomes(mutant.tests))(mutant.noticedBy),
      (await outcomes(mutant.tests, mutant))(mutant.noticedBy),
    ];
    const isNoticed = before === "passed" && after === "failed";
    if (isNoticed) passed++;
    else failed++;
    process.stdout.write(
      `${isNoticed ? "noticed" : "MISSED "}  ${mutant.name}${isNoticed ? "" : ` (whole: ${before}, broken: ${after})`}\n`,
    );
  }
};
try {
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
} finally {
  rmSync(folder, { recursive: true, force: true });
  await server.stop();
}
process.stdout.write(`Mutants: ${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
