import { processConfig } from "./infrastructure/config.js";
import { commandLine } from "./wiring/command-line.js";

const code = await commandLine(processConfig, process.argv.slice(2));
// An output that failed has set one already.
process.exitCode = code || process.exitCode;
