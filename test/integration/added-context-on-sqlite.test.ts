import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addedContextContract } from "../contracts/contexts/added-context.contract.js";
import { DEADLINES } from "./embedded-store.js";

addedContextContract("SQLite", async () => {
  const folder = await mkdtemp(join(tmpdir(), "plinth-test-"));
  return {
    database: { kind: "embedded", file: join(folder, "plinth.db"), deadlines: DEADLINES },
    drop: () => rm(folder, { recursive: true, force: true }),
  };
});
