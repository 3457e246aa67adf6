import { changesContract } from "../contracts/shared/changes.contract.js";
import { embeddedStore } from "./embedded-store.js";

changesContract("SQLite", embeddedStore);
