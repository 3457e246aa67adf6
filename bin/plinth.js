#!/usr/bin/env node
import module from "node:module";
import v8 from "node:v8";
import { ensureBuilt } from "../scripts/build.mjs";

// graphql checks every value, slowly, unless this is set before the import.
process.env.NODE_ENV ??= "production";
// By default the heap may grow to four times of what is in use before it is collected. Under many
// changes most of that is garbage: a process took 400 MB instead of 230, and was no faster.
v8.setFlagsFromString("--heap-growing-percent=50");
// Node 22.1 and later keep compiled code between starts.
module.enableCompileCache?.();

// npm sends a signal only to the shell that it starts the server with. The end of that shell stops
// the server.
if (process.env.npm_lifecycle_event === "start") {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 200).unref();
}

try {
  await ensureBuilt((line) => process.stderr.write(`${line}\n`));
  await import("../dist/program/main.js");
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
