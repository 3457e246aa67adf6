import { documentsContract } from "../contracts/documents/documents.contract.js";
import { embeddedStore } from "./embedded-store.js";

documentsContract("SQLite", embeddedStore);
