// The quick part of the gate in one command: format, lint, types, and the tests that need no process and no store.
import { spawn } from "node:child_process";
import { root } from "./build.mjs";

const PARTS = [
  ["format", "npm", ["run", "--silent", "format:check"]],
  ["lint", "npm", ["run", "--silent", "lint"]],
  ["types", "npm", ["run", "--silent", "typecheck"]],
  [
    "tests",
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--mode", "quick", "--reporter", "dot"],
  ],
];

const run = ([name, command, words]) =>
  new Promise((done) => {
    const start = performance.now();
    let said = "";
    const hear = (piece) => (said += piece);
    const child = spawn(command, words, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    child.once("error", (error) => done({ name, isPassed: false, said: error.message }));
    child.once("close", (code) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(0);
      done({ name, isPassed: code === 0, said, seconds });
    });
  }).then((part) => {
    console.log(`${part.isPassed ? "passed" : "FAILED"}  ${part.name} (${part.seconds ?? 0} s)`);
    if (!part.isPassed) console.log(part.said);
    return part;
  });

const parts = await Promise.all(PARTS.map(run));
const failed = parts.filter(({ isPassed }) => !isPassed);
console.log(
  "Left out: tests of stores (npm test), processes and long searches (npm run test:long), MySQL (npm run test:mysql), mutants, kills, browser, clients (.ci/run).",
);
console.log(`${parts.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
