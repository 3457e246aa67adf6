import { mediaFilesContract } from "../contracts/media/media-files.contract.js";
import { sourceFetcherContract } from "../contracts/media/source-fetcher.contract.js";
import { embeddedStore } from "./embedded-store.js";

mediaFilesContract("SQLite", embeddedStore);
sourceFetcherContract("SQLite", embeddedStore);
