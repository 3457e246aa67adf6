import { momentsContract } from "../contracts/shared/moments.contract.js";
import { embeddedStore } from "./embedded-store.js";

momentsContract("SQLite", embeddedStore);
