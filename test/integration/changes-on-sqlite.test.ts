import { changePartsContract } from "../contracts/shared/change-parts.contract.js";
import { changesContract } from "../contracts/shared/changes.contract.js";
import { embeddedStore } from "./embedded-store.js";

changesContract("SQLite", embeddedStore);
changePartsContract("SQLite", embeddedStore);
