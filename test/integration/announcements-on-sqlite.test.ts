import { announcementsContract } from "../contracts/catalog/announcements.contract.js";
import { embeddedStore } from "./embedded-store.js";

announcementsContract("SQLite", embeddedStore);
