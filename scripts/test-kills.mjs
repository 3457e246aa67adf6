// Kills processes that write, deliver and do scheduled work with SIGKILL, again and again on one store, and sees that nothing
// was lost, doubled, out of order, or announced without having happened. On SQLite, and on the server in PLINTH_TEST_MYSQL_URL or
// a private one. `--times n` kills n times on each, `--only sqlite` or `--only mysql` on one of them.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createConnection } from "mysql2/promise";
import { root } from "./build.mjs";
import { startPrivateServer } from "./private-mariadb.mjs";

const PROCESSES = 2;
const LONGEST_LIFE_MS = 500;
const START_PATIENCE_MS = 30_000;
const deadlines = { connectMs: 5_000, poolWaitMs: 5_000, statementMs: 5_000 };
const { values } = parseArgs({
  options: { times: { type: "string", default: "50" }, only: { type: "string" } },
});
const times = Number(values.times);
if (
  !Number.isSafeInteger(times) ||
  times < 1 ||
  ![undefined, "sqlite", "mysql"].includes(values.only)
) {
  console.error("Usage: npm run test:kills -- [--times n] [--only sqlite|mysql]");
  process.exit(2);
}

const started = new Set();
const run = (file, scene) => {
  const child = spawn(process.execPath, [join(root, file)], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, PLINTH_TEST_KILLS: JSON.stringify(scene) },
  });
  started.add(child);
  child.once("exit", () => started.delete(child));
  return child;
};

const victim = async (scene) => {
  const child = run(".cache/kills/test/kills/victim.js", scene);
  const begun = await Promise.race([
    once(child.stdout, "data").then(() => true),
    once(child, "exit").then(() => false),
    new Promise((resolve) => setTimeout(resolve, START_PATIENCE_MS, false).unref()),
  ]);
  if (!begun) throw new Error("A process did not get to work.");
  return child;
};

const kill = async (child) => {
  if (child.exitCode !== null)
    throw new Error(`A process ended by itself, with ${child.exitCode}.`);
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
};

const judge = async (scene) => {
  const child = run(".cache/kills/test/kills/judge.js", scene);
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (piece) => (said += piece));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`The judge ended with ${code}.`);
  return JSON.parse(said);
};

/** Several at work at any moment; one of them is killed at a random moment, and another one takes its place. */
const killLoop = async (name, scene) => {
  const start = performance.now();
  const alive = await Promise.all(
    Array.from({ length: Math.min(PROCESSES, times) }, () => victim(scene)),
  );
  for (let left = times - 1; left >= 0; left--) {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_LIFE_MS));
    await kill(alive.shift());
    if (alive.length < left) alive.push(await victim(scene));
  }
  const { problems, wrong, acknowledged, events, effects, deliveries, works } = await judge(scene);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(
    `${name}: ${times} kills in ${seconds} s. ${acknowledged} commits acknowledged, ${events} events, ${effects} effects of ${deliveries} deliveries, ${works} works done; ${wrong} wrong.`,
  );
  for (const problem of problems) console.log(`  ${problem}`);
  return wrong === 0;
};

const onSqlite = async (folder) =>
  killLoop("SQLite", {
    database: { kind: "embedded", file: join(folder, "plinth.db"), deadlines },
    journal: join(folder, "sqlite.journal"),
  });

const onMysql = async (folder) => {
  const given = process.env.PLINTH_TEST_MYSQL_URL;
  const server = given ? { url: given, stop: async () => {} } : await startPrivateServer();
  const name = `plinth_kills_${randomBytes(6).toString("hex")}`;
  const connection = await createConnection(server.url);
  try {
    await connection.query(`CREATE DATABASE ${name}`);
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return await killLoop("MySQL or MariaDB", {
      database: { kind: "mysql", url: url.href, poolSize: 5, tls: false, deadlines },
      journal: join(folder, "mysql.journal"),
    });
  } finally {
    for (const child of started) child.kill("SIGKILL");
    await connection.query(`DROP DATABASE ${name}`);
    await connection.end();
    await server.stop();
  }
};

const compiled = spawn(
  process.execPath,
  [join(root, "node_modules/typescript/bin/tsc"), "-p", "test/kills/tsconfig.json"],
  { cwd: root, stdio: "inherit" },
);
const [code] = await once(compiled, "exit");
if (code !== 0) process.exit(1);

const folder = await mkdtemp(join(tmpdir(), "plinth-kills-"));
try {
  const outcomes = [];
  if (values.only !== "mysql") outcomes.push(await onSqlite(folder));
  if (values.only !== "sqlite") outcomes.push(await onMysql(folder));
  process.exitCode = outcomes.every(Boolean) ? 0 : 1;
} finally {
  for (const child of started) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
}
