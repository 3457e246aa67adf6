// Takes one safeguard away at a time and sees that the test which names it turns red. `--mysql` adds those that need a server.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MUTANTS } from "../test/mutants/mutants.mjs";
import { root } from "./build.mjs";
import { startPrivateServer } from "./private-mariadb.mjs";

const withServer = process.argv.includes("--mysql");
const needsServer = ({ tests }) => tests.includes("integration-mysql");
const given = process.env.PLINTH_TEST_MYSQL_URL;
const server = !withServer || given ? { url: given, stop: async () => {} } : await startPrivateServer();
const folder = mkdtempSync(join(tmpdir(), "plinth-mutants-"));

/** How the named test ended: "passed", "failed", or "missing". */
const outcome = (mutant, { isBroken }) => {
  const report = join(folder, "report.json");
  rmSync(report, { force: true });
  const run = spawnSync(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--config", "test/mutants/vitest.config.ts", ...(needsServer(mutant) ? ["--mode", "mysql"] : []), mutant.tests, "-t", mutant.noticedBy, "--reporter", "json", "--outputFile", report],
    { cwd: root, encoding: "utf8", env: { ...process.env, PLINTH_TEST_MYSQL_URL: server.url, PLINTH_MUTANT: isBroken ? JSON.stringify(mutant) : "null" } },
  );
  try {
    const tests = JSON.parse(readFileSync(report, "utf8")).testResults.flatMap(({ assertionResults }) => assertionResults);
    return tests.find(({ title }) => title === mutant.noticedBy)?.status ?? "missing";
  } catch {
    return `missing (${run.stderr.slice(0, 400)})`;
  }
};

let passed = 0;
let failed = 0;
try {
  for (const mutant of MUTANTS.filter((one) => withServer || !needsServer(one))) {
    const [whole, broken] = [outcome(mutant, { isBroken: false }), outcome(mutant, { isBroken: true })];
    const isNoticed = whole === "passed" && broken === "failed";
    if (isNoticed) passed++;
    else failed++;
    process.stdout.write(`${isNoticed ? "noticed" : "MISSED "}  ${mutant.name}${isNoticed ? "" : ` (whole: ${whole}, broken: ${broken})`}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
  await server.stop();
}
process.stdout.write(`Mutants: ${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
