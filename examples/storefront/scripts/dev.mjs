// Runs the shop with hot reload, against the Plinth that PLINTH_URL names: http://127.0.0.1:4000/graphql unless given.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isInstalled } from "./build.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = (name) => join(root, "node_modules/.bin", name);

if (!isInstalled()) {
  console.error("The shop is not installed. Run: npm ci --prefix examples/storefront");
  process.exit(1);
}
const port = process.env.PORT ?? "5173";
const url = process.env.PLINTH_URL ?? "http://127.0.0.1:4000/graphql";
console.error(`The shop asks Plinth at ${url}.`);
const children = [
  // Types follow the queries while they are edited.
  spawn(process.execPath, [bin("graphql-codegen"), "--watch"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  }),
  spawn(process.execPath, [bin("react-router"), "dev", "--host", "127.0.0.1", "--port", port], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PLINTH_URL: url },
  }),
];
const end = () => children.forEach((child) => child.kill());
for (const child of children)
  child.once("exit", (code) => (end(), (process.exitCode ||= code ?? 0)));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, end);
