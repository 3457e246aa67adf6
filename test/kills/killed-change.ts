import { systemClock } from "../../src/infrastructure/shared/system-clock.js";
import { GUEST } from "../../src/application/shared/viewer.js";
import { createLogger } from "../../src/infrastructure/shared/log/create-logger.js";
import { climbKey, guidedClimb } from "../contracts/shared/climb.js";
import { journal, openScene } from "./scene.js";

// Makes one change, and is killed when it has been committed and nothing else has happened.
const { unitOfWork, idempotencyKeyReads } = await openScene();
const climbing = guidedClimb({
  unitOfWork,
  idempotencyKeyReads,
  clock: systemClock,
  log: await createLogger({ level: "silent", pretty: false, destination: process.stderr }),
  forecast: async () => {
    journal("prepared");
    return "sunny";
  },
  postcard: async () => {
    process.kill(process.pid, "SIGKILL");
    await new Promise(() => undefined);
  },
});
await climbing({ by: 3 }, GUEST, { key: climbKey(), dryRun: false, problems: [] });
journal("answered");
