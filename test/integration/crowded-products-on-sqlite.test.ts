import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../src/infrastructure/store.js";
import { systemClock } from "../../src/infrastructure/shared/system-clock.js";
import { crowdedProductsContract } from "../contracts/listing/crowded-products.contract.js";
import { DEADLINES } from "./embedded-store.js";

crowdedProductsContract("SQLite", [1, 2], async () => {
  const folder = await mkdtemp(join(tmpdir(), "plinth-test-"));
  const database = {
    kind: "embedded",
    file: join(folder, "plinth.db"),
    deadlines: DEADLINES,
  } as const;
  return {
    stores: [await openStore(database, systemClock), await openStore(database, systemClock)],
    drop: () => rm(folder, { recursive: true, force: true }),
  };
});
