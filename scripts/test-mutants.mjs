// Takes one safeguard away at a time and sees that the test which names it turns red. `--mysql` adds those that need a server.
// Other words are parts of names: only mutants with one of them are tried.
import { fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { MUTANTS } from "../test/mutants/mutants.mjs";
import { root } from "./build.mjs";
import { startPrivateServer } from "./private-mariadb.mjs";

// A mutant that makes a test wait for ever is given up soon; whether the machine was only busy, the second try tells.
const TIMEOUT_MS = 4_000;
const LONG_TIMEOUT_MS = 20_000;
// Second tries mostly wait: several at a time, beside the first ones.
const SECOND_TRIES = 4;
// A process whose event loop is kept busy for ever answers nothing, and reaches no timeout.
const HUNG_MS = 20_000;
const STILL_HUNG_MS = 60_000;

const words = process.argv.slice(2);
const withServer = words.includes("--mysql");
const names = words.filter((word) => word !== "--mysql");
const modeOf = (tests) => (tests.includes("integration-mysql") ? "mysql" : "test");

const chosen = MUTANTS.filter(
  ({ name, tests }) =>
    (withServer || modeOf(tests) !== "mysql") &&
    (names.length === 0 || names.some((word) => name.includes(word))),
);
const leftOut = MUTANTS.length - chosen.length;
const times = Number(process.env.PLINTH_TEST_REPEAT ?? 1);
/** Test files with the mutants that they are to notice: those of a file are tried in one process. */
const jobs = [...new Set(chosen.map(({ tests }) => tests))]
  .toSorted((a, b) => modeOf(a).localeCompare(modeOf(b)) || a.localeCompare(b))
  .map((tests) => ({ tests, mutants: chosen.filter((mutant) => mutant.tests === tests) }))
  .flatMap((job) => Array.from({ length: times }, () => job));

const stateOf = (ended, title, problem = "") => {
  const states = ended.filter((test) => test.title === title).map(({ state }) => state);
  if (states.length === 0) return `missing${problem && ` (${problem.slice(0, 400)})`}`;
  return states.includes("failed")
    ? "failed"
    : states.every((state) => state === "passed")
      ? "passed"
      : states.join();
};

const children = new Set();
const endAll = ({ pid }) => {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended in the meantime.
  }
};
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => {
    for (const child of children) endAll(child);
    process.exit(1);
  });

/** A process in which Vitest stays up; another one takes its place when it hangs. */
class Runner {
  #child;
  #mode;

  /** How the tests of a request ended; `isHung` when nothing was heard in time, and all its processes were ended. */
  async run(request, patienceMs = STILL_HUNG_MS) {
    const mode = modeOf(request.tests);
    if (mode !== this.#mode || !this.#child?.connected) await this.#start(mode);
    const child = this.#child;
    let isHung = false;
    const hung = setTimeout(() => {
      isHung = true;
      endAll(child);
    }, patienceMs);
    child.send(request);
    const answered = new AbortController();
    const { signal } = answered;
    const answer = await Promise.race([
      once(child, "message", { signal }).then(([message]) => message),
      once(child, "exit", { signal }).then(() => ({
        ended: [],
        problem: "The process of the tests ended.",
        isHung,
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
      // A group of its own: it is ended together with the processes that it has started.
      detached: true,
      env: { ...process.env, PLINTH_TEST_MYSQL_URL: server.url, PLINTH_TEST_REPORT: undefined },
    });
    children.add(this.#child);
    this.#child.once("exit", () => children.delete(this.#child));
    await once(this.#child, "message");
  }

  stop() {
    if (this.#child?.connected) this.#child.disconnect();
  }
}

/** How the tests that are to notice mutants end when nothing is broken, in the process in which the mutants were tried. */
const unbroken = (runner, tests, mutants) =>
  runner.run({
    tests,
    titles: mutants.map(({ noticedBy }) => noticedBy),
    mutant: null,
    timeoutMs: LONG_TIMEOUT_MS,
  });

const TIMED_OUT = /timed out|did not succeed in time/i;
const isUndecided = ({ ended, isHung }) =>
  isHung || ended.some(({ message }) => TIMED_OUT.test(message));

const broken = ({ tests, noticedBy, file, find, replace }, timeoutMs) => ({
  tests,
  titles: [noticedBy],
  mutant: { file, find, replace },
  timeoutMs,
});

let [passed, failed] = [0, 0];
const judge = (mutant, whole, { ended, problem, isHung }, seconds) => {
  const healthy = stateOf(whole.ended, mutant.noticedBy, whole.problem);
  const sick = isHung ? "failed" : stateOf(ended, mutant.noticedBy, problem);
  const isNoticed = healthy === "passed" && sick === "failed";
  if (isNoticed) passed++;
  else failed++;
  process.stdout.write(
    `${isNoticed ? "noticed" : "MISSED "}  ${mutant.name} (${seconds.toFixed(1)} s)${isNoticed ? "" : ` (whole: ${healthy}, broken: ${sick})`}\n`,
  );
};

/** A try of a mutant and its seconds. A test that timed out is still at work: the next try gets another process. */
const tried = async (runner, mutant, timeoutMs, patienceMs) => {
  const start = performance.now();
  const found = await runner.run(broken(mutant, timeoutMs), patienceMs);
  if (isUndecided(found)) runner.stop();
  return { mutant, found, seconds: (performance.now() - start) / 1_000 };
};

const secondTries = [];
const firstTries = async (runner, { tests, mutants }) => {
  const all = [];
  for (const mutant of mutants) all.push(await tried(runner, mutant, TIMEOUT_MS, HUNG_MS));
  // Last, because it also tells that no mutant has left anything behind.
  const whole = await unbroken(runner, tests, mutants);
  for (const { mutant, found, seconds } of all)
    if (isUndecided(found)) secondTries.push({ mutant, whole, seconds });
    else judge(mutant, whole, found, seconds);
};

const secondTry = async (runner, { mutant, whole, seconds: before }) => {
  const { found, seconds } = await tried(runner, mutant, LONG_TIMEOUT_MS, STILL_HUNG_MS);
  judge(mutant, whole, found, before + seconds);
};

const given = process.env.PLINTH_TEST_MYSQL_URL;
const server =
  !withServer || given ? { url: given, stop: async () => {} } : await startPrivateServer();
let firstTriesLeft = jobs.length;
const eachFirst = async (runner) => {
  for (let job = jobs.shift(); job; job = jobs.shift()) {
    await firstTries(runner, job);
    firstTriesLeft--;
  }
};
const eachSecond = async (runner) => {
  while (firstTriesLeft > 0 || secondTries.length > 0) {
    const next = secondTries.shift();
    if (next) await secondTry(runner, next);
    else await new Promise((later) => setTimeout(later, 100));
  }
};
const withRunner = async (work) => {
  const runner = new Runner();
  try {
    await work(runner);
  } finally {
    runner.stop();
  }
};
try {
  await Promise.all([
    ...Array.from({ length: Math.min(availableParallelism(), 4) }, () => withRunner(eachFirst)),
    ...Array.from({ length: SECOND_TRIES }, () => withRunner(eachSecond)),
  ]);
} finally {
  await server.stop();
}
if (leftOut > 0)
  process.stdout.write(`Left out: ${leftOut} mutants that need --mysql or are called otherwise.\n`);
process.stdout.write(`Mutants: ${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
