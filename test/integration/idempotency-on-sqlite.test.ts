import { idempotencyContract } from "../contracts/idempotency/idempotency.contract.js";
import { everythingEmbedded } from "./everything-stored.js";

idempotencyContract("SQLite", everythingEmbedded);
