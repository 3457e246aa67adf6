import { mailsContract } from "../contracts/notifications/mails.contract.js";
import { embeddedStore } from "./embedded-store.js";

mailsContract("SQLite", embeddedStore);
