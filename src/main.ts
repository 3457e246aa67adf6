import { processConfig } from "./infrastructure/config.js";
import { commandLine } from "./wiring/command-line.js";

process.exitCode = await commandLine(processConfig, process.argv.slice(2));
