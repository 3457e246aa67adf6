// Counts what a warm request runs through: the functions of src/ that are called, and the files they are in.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const KEY = randomBytes(32).toString("base64url");
const LIST = `{ products(first: 20) { nodes { id slug title featuredImage { url } priceRange { min { formatted } } available } pageInfo { hasNextPage endCursor } } }`;
const FIRST = `{ products(first: 1) { nodes { id title } } }`;
const UPDATE = `mutation($id: ID!, $title: String!) { productUpdate(input: { id: $id, changes: { title: $title } }) { product { id title version } userErrors { code message path } } }`;

/** [name, { functions, files }] of a product list and of `productUpdate`, on the demo catalogue of a checkout. */
export const measureHops = async (checkout) => {
  const folder = await mkdtemp(join(tmpdir(), "plinth-hops-"));
  const [report, port] = [join(folder, "coverage.json"), await freePort()];
  const child = spawn(process.execPath, [join(checkout, "bin/plinth.js"), "start"], {
    cwd: checkout,
    stdio: "ignore",
    env: {
      ...process.env,
      NODE_OPTIONS: `--import=${join(import.meta.dirname, "record-calls.mjs")}`,
      CALLS_FILE: report,
      PLINTH_DATA_DIR: join(folder, "data"),
      PLINTH_PORT: String(port),
      PLINTH_WORKER: "off",
      PLINTH_ADMIN_KEY: KEY,
    },
  });
  const exited = once(child, "exit");
  try {
    const address = `http://127.0.0.1:${port}`;
    await until(async () => (await fetch(`${address}/health/ready`)).ok);
    const ask = async (path, query, variables = {}) => {
      const response = await fetch(`${address}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${KEY}` },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = await response.json();
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    };
    const counted = async (request) => {
      for (let times = 0; times < 3; times++) await request();
      child.kill("SIGUSR2");
      await until(() => existsSync(`${report}.started`));
      await request();
      child.kill("SIGUSR2");
      await until(() => existsSync(report));
      const calls = JSON.parse(await readFile(report, "utf8"));
      await rm(report);
      await rm(`${report}.started`);
      return calls;
    };
    const { id, title } = (await ask("/admin/graphql", FIRST)).products.nodes[0];
    let edits = 0;
    const edit = () => ask("/admin/graphql", UPDATE, { id, title: `${title} ${++edits}` });
    return [
      ["a list of products", await counted(() => ask("/graphql", LIST))],
      ["productUpdate", await counted(edit)],
    ];
  } finally {
    child.kill("SIGTERM");
    await exited;
    await rm(folder, { recursive: true, force: true });
  }
};

const until = async (condition) => {
  for (let tries = 0; tries < 600; tries++) {
    if (await Promise.resolve(condition()).catch(() => false)) return;
    await delay(100);
  }
  throw new Error("The server did not answer within a minute.");
};

const freePort = async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
};
