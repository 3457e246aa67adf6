import { openCatalogueFiles } from "../contracts/catalog/open-catalogue-files.contract.js";
import { embeddedStore } from "./embedded-store.js";

openCatalogueFiles(embeddedStore);
