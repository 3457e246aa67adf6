// How long a start takes until the first query is answered, in seconds and as a multiple of what
// Node itself takes to start:
//   node bench/start.mjs [runs]
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const RUNS = Number(process.argv[2] ?? 5);
let lastPort = 4700 + (process.pid % 200);
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), "plinth-bench-"));

const firstAnswer = async (port) => {
  for (;;) {
    const answered = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"query":"{ products(first: 1) { nodes { title } } }"}',
    })
      .then((answer) => answer.json())
      .catch(() => null);
    if (answered?.data) return;
    await new Promise((again) => setTimeout(again, 5));
  }
};

const timedStart = async (command, words) => {
  // A new port each time: the server before may still be closing.
  const port = String(++lastPort);
  const begin = performance.now();
  const server = spawn(command, words, {
    cwd: root,
    detached: true,
    stdio: "ignore",
    env: { ...process.env, PLINTH_PORT: port, PLINTH_DATA_DIR: join(folder, "data") },
  });
  await firstAnswer(port);
  const seconds = (performance.now() - begin) / 1_000;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  if (server.pid !== undefined) process.kill(-server.pid, "SIGTERM");
  await ended;
  return seconds;
};

const timedNode = () => {
  const begin = performance.now();
  spawnSync(process.execPath, ["--eval", "0"]);
  return (performance.now() - begin) / 1_000;
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

try {
  await timedStart("npm", ["start"]);
  const runs = [];
  for (let run = 0; run < RUNS; run++)
    runs.push({
      npm: await timedStart("npm", ["start"]),
      plinth: await timedStart(process.execPath, ["bin/plinth.js", "start"]),
      node: timedNode(),
    });
  for (const name of ["npm", "plinth"]) {
    const seconds = runs.map((run) => run[name]);
    console.log(
      `${name === "npm" ? "npm start" : "plinth start"}: median ${median(seconds).toFixed(2)} s, best ${Math.min(...seconds).toFixed(2)} s, ${median(runs.map((run) => run[name] / run.node)).toFixed(0)} times a bare node`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
