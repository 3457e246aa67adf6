import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { idempotencyContract } from "../contracts/idempotency/idempotency.contract.js";
import { DEADLINES } from "./embedded-store.js";
import { everythingStored } from "./everything-stored.js";

idempotencyContract("SQLite", async () => {
  const folder = await mkdtemp(join(tmpdir(), "plinth-test-"));
  return everythingStored({ kind: "embedded", file: join(folder, "plinth.db"), deadlines: DEADLINES }, () => rm(folder, { recursive: true, force: true }));
});
