import { createLogger } from "../../src/infrastructure/shared/log/create-logger.js";
import { systemClock } from "../../src/infrastructure/shared/system-clock.js";
import { startBackground } from "../../src/wiring/background.js";
import { RECORDING } from "./recording.js";
import { openScene, SHORT } from "./scene.js";
import { write } from "./writer.js";

// Writes, delivers and does scheduled work until it is killed.
const store = await openScene();
const log = await createLogger({ level: "silent", pretty: false, destination: process.stderr });
startBackground({ store, work: RECORDING, clock: systemClock, log, ...SHORT });
process.stdout.write("at work\n");
await Promise.all([write(store), write(store)]);
