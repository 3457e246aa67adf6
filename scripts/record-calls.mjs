// Loaded into a server by hops.mjs: SIGUSR2 begins to count calls, and the next one writes what was called.
import { renameSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";

const file = process.env.CALLS_FILE;
const session = new Session();
let counting = false;

const begin = async () => {
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  counting = true;
  writeFileSync(`${file}.started`, "");
};

const end = async () => {
  const { result } = await session.post("Profiler.takePreciseCoverage");
  await session.post("Profiler.stopPreciseCoverage");
  session.disconnect();
  counting = false;
  const own = result.filter(({ url }) => url.includes("/dist/") && !url.includes("node_modules"));
  const called = own.map(({ functions }) => functions.filter(({ ranges }) => ranges[0].count > 0));
  const counts = {
    functions: called.flat().length,
    files: called.filter(({ length }) => length > 0).length,
  };
  writeFileSync(`${file}.part`, JSON.stringify(counts));
  renameSync(`${file}.part`, file);
};

// Only the process that serves: commands that it starts inherit the options.
if (file && process.argv.includes("start"))
  process.on("SIGUSR2", () => void (counting ? end() : begin()));
