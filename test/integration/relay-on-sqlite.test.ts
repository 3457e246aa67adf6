import { relayContract } from "../contracts/shared/relay.contract.js";
import { embeddedStore } from "./embedded-store.js";

relayContract("SQLite", embeddedStore);
