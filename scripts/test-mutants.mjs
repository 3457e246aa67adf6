// Takes one safeguard away at a time and sees that the test which names it turns red. `--mysql` adds those that need a server.
// Reports that whole runs have left (PLINTH_TEST_REPORT) may be named: what they tell need not be run once more. Other words
// are parts of names: only mutants with one of them are tried.
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { MUTANTS } from "../test/mutants/mutants.mjs";
import { root } from "./build.mjs";
import { startPrivateServer } from "./private-mariadb.mjs";

// A mutant that makes a test wait for ever is given up soon; whether the machine was only busy, the second try tells.
const TIMEOUT_MS = 4_000;
const LONG_TIMEOUT_MS = 20_000;
const RUN_PATIENCE_MS = 120_000;

const words = process.argv.slice(2);
const withServer = words.includes("--mysql");
const reports = words.filter((word) => word.endsWith(".json"));
const names = words.filter((word) => word !== "--mysql" && !word.endsWith(".json"));
const modeOf = (tests) => (tests.includes("integration-mysql") ? "mysql" : "test");

const chosen = MUTANTS.filter(
  ({ name, tests }) =>
    (withServer || modeOf(tests) !== "mysql") &&
    (names.length === 0 || names.some((word) => name.includes(word))),
);
const leftOut = MUTANTS.length - chosen.length;
const times = Number(process.env.PLINTH_TEST_REPEAT ?? 1);
const jobs = Array.from({ length: times }, () => chosen)
  .flat()
  .toSorted(
    (a, b) => modeOf(a.tests).localeCompare(modeOf(b.tests)) || a.tests.localeCompare(b.tests),
  );

/** How the tests of each file ended when nothing was broken, as far as a report tells. */
const reported = new Map(
  reports
    .flatMap((path) => JSON.parse(readFileSync(path, "utf8")).testResults)
    .map(({ name, assertionResults }) => [
      relative(root, name),
      assertionResults.map(({ title, status }) => ({ title, state: status })),
    ]),
);

const stateOf = (ended, title, problem = "") => {
  const states = ended.filter((test) => test.title === title).map(({ state }) => state);
  if (states.length === 0) return `missing${problem && ` (${problem.slice(0, 400)})`}`;
  return states.includes("failed")
    ? "failed"
    : states.every((state) => state === "passed")
      ? "passed"
      : states.join();
};

/** A process in which Vitest stays up; another one takes its place when it hangs. */
class Runner {
  #child;
  #mode;

  async run(request) {
    const mode = modeOf(request.tests);
    if (mode !== this.#mode || !this.#child?.connected) await this.#start(mode);
    const child = this.#child;
    const hung = setTimeout(() => child.kill("SIGKILL"), RUN_PATIENCE_MS);
    child.send(request);
    const answered = new AbortController();
    const { signal } = answered;
    const answer = await Promise.race([
      once(child, "message", { signal }).then(([message]) => message),
      once(child, "exit", { signal }).then(() => ({
        ended: [],
        problem: "The process of the tests ended.",
      })),
    ]);
    answered.abort();
    clearTimeout(hung);
    return answer;
  }

  async #start(mode) {
    this.stop();
    this.#mode = mode;
    this.#child = fork(join(root, "scripts/mutant-runner.mjs"), [mode], {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      env: { ...process.env, PLINTH_TEST_MYSQL_URL: server.url, PLINTH_TEST_REPORT: undefined },
    });
    await once(this.#child, "message");
  }

  stop() {
    if (this.#child?.connected) this.#child.disconnect();
  }
}

const before = new Map();
/** How the tests that are to notice mutants end when nothing is broken; each file is run once. */
const unbroken = (runner, tests) => {
  const known = reported.get(tests);
  if (!before.has(tests))
    before.set(
      tests,
      known
        ? Promise.resolve({ ended: known })
        : runner.run({
            tests,
            titles: chosen
              .filter((mutant) => mutant.tests === tests)
              .map(({ noticedBy }) => noticedBy),
            mutant: null,
            timeoutMs: LONG_TIMEOUT_MS,
          }),
    );
  return before.get(tests);
};

const broken = async (runner, { tests, noticedBy, file, find, replace }) => {
  const request = { tests, titles: [noticedBy], mutant: { file, find, replace } };
  const first = await runner.run({ ...request, timeoutMs: TIMEOUT_MS });
  const hasTimedOut = first.ended.some(({ message }) =>
    /timed out|did not succeed in time/i.test(message),
  );
  if (hasTimedOut && process.env.GATE_DEBUG) console.log("again:", file, noticedBy);
  return hasTimedOut ? runner.run({ ...request, timeoutMs: LONG_TIMEOUT_MS }) : first;
};

let [passed, failed] = [0, 0];
const attempt = async (runner, mutant) => {
  const whole = await unbroken(runner, mutant.tests);
  const [healthy, sick] = [
    stateOf(whole.ended, mutant.noticedBy, whole.problem),
    await broken(runner, mutant).then(({ ended, problem }) =>
      stateOf(ended, mutant.noticedBy, problem),
    ),
  ];
  const isNoticed = healthy === "passed" && sick === "failed";
  if (isNoticed) passed++;
  else failed++;
  process.stdout.write(
    `${isNoticed ? "noticed" : "MISSED "}  ${mutant.name}${isNoticed ? "" : ` (whole: ${healthy}, broken: ${sick})`}\n`,
  );
};

const given = process.env.PLINTH_TEST_MYSQL_URL;
const server =
  !withServer || given ? { url: given, stop: async () => {} } : await startPrivateServer();
const worker = async () => {
  const runner = new Runner();
  try {
    for (let mutant = jobs.shift(); mutant; mutant = jobs.shift()) await attempt(runner, mutant);
  } finally {
    runner.stop();
  }
};
try {
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
} finally {
  await server.stop();
}
if (leftOut > 0)
  process.stdout.write(`Left out: ${leftOut} mutants that need --mysql or are called otherwise.\n`);
process.stdout.write(`Mutants: ${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
