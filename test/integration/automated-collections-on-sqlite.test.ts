import { automatedCollectionsContract } from "../contracts/catalog/automated-collections.contract.js";
import { embeddedStore } from "./embedded-store.js";

automatedCollectionsContract("SQLite", embeddedStore);
