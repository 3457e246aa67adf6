import { processConfig } from "./infrastructure/config.js";
import { commandLine } from "./wiring/command-line.js";

const code = await commandLine(processConfig, process.argv.slice(2));
// A failed output has already set an exit code.
process.exitCode = code || process.exitCode;
