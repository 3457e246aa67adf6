import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { STORAGES } from "../../src/infrastructure/storages.js";
import { openStore } from "../../src/infrastructure/store.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { DEADLINES } from "./embedded-store.js";

test("writers leave most of the time to what a context has to read", async () => {
  const folder = await mkdtemp(join(tmpdir(), "plinth-test-"));
  let isReading = true;
  const reading = { name: "reading", migrations: [], stores: {}, isReading: () => isReading };
  const store = await openStore(
    { kind: "embedded", file: join(folder, "plinth.db"), deadlines: DEADLINES },
    fixedClock(),
    [...STORAGES, reading],
  );
  let end = 0;
  const work = async () => {
    for (const start = performance.now(); performance.now() - start < 50;);
    end = performance.now();
  };

  await store.unitOfWork.run(work);
  const paused = await store.unitOfWork.run(async () => performance.now() - end);
  isReading = false;

  expect(paused).toBeGreaterThan(90);
  await store.close();
  await rm(folder, { recursive: true });
});
