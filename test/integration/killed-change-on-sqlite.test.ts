import { join } from "node:path";
import { killedChangeContract } from "../contracts/shared/killed-change.contract.js";
import { DEADLINES } from "./embedded-store.js";

killedChangeContract("SQLite", async (folder) => ({
  database: { kind: "embedded", file: join(folder, "plinth.db"), deadlines: DEADLINES },
}));
