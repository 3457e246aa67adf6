import { deliveryContract } from "../contracts/delivery/delivery.contract.js";
import { embeddedStore } from "./embedded-store.js";

deliveryContract("SQLite", embeddedStore);
