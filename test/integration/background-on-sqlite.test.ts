import { backgroundContract } from "../contracts/shared/background.contract.js";
import { embeddedStore } from "./embedded-store.js";

backgroundContract("SQLite", embeddedStore);
