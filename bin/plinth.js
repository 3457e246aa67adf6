#!/usr/bin/env node
import module from "node:module";
import { ensureBuilt } from "../scripts/build.mjs";

// graphql checks every value that it is handed, slowly, unless this is set before it is imported.
process.env.NODE_ENV ??= "production";
// Compiled code is kept between starts where Node can (22.1 and later).
module.enableCompileCache?.();

// npm passes a signal to the shell between them, which dies of it alone; whoever ends `npm start` means the server.
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
  await import("../dist/main.js");
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
