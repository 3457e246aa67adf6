import { mediaFilesContract } from "../contracts/catalog/media-files.contract.js";
import { sourceFetcherContract } from "../contracts/catalog/source-fetcher.contract.js";
import { embeddedStore } from "./embedded-store.js";

mediaFilesContract("SQLite", embeddedStore);
sourceFetcherContract("SQLite", embeddedStore);
