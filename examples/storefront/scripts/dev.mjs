// Runs the shop with hot reload, against the Plinth that PLINTH_URL names: http://127.0.0.1:4000/graphql unless given.
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateTypes, isInstalled } from "./build.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
/** An editor writes a file more than once. */
const SETTLED_MS = 100;

if (!(await isInstalled())) {
  console.error("The shop is not installed. Run: npm ci --prefix examples/storefront");
  process.exit(1);
}

const generate = async () => {
  try {
    await generateTypes();
  } catch (error) {
    // Most often a query that is half written: the next save may be right.
    console.error(error.message);
  }
};

const port = process.env.PORT ?? "5173";
const url = process.env.PLINTH_URL ?? "http://127.0.0.1:4000/graphql";
console.error(`The shop asks Plinth at ${url}.`);
await generate();

const program = join(root, "node_modules/.bin/react-router");
const words = ["dev", "--host", "127.0.0.1", "--port", port, "--strictPort"];
const child = spawn(process.execPath, [program, ...words], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, PLINTH_URL: url },
});

// Types follow the queries while they are edited, one run after the other.
let last = Promise.resolve();
let timer;
const watcher = watch(join(root, "app/queries"), () => {
  clearTimeout(timer);
  timer = setTimeout(() => (last = last.then(generate)), SETTLED_MS);
});

child.once("exit", (code) => {
  watcher.close();
  process.exitCode = code ?? 0;
});
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => child.kill());
