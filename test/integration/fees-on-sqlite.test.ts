import { feesContract } from "../contracts/pricing/fees.contract.js";
import { embeddedStore } from "./embedded-store.js";

feesContract("SQLite", embeddedStore);
