import { mediaFilesContract } from "../contracts/media/media-files.contract.js";
import { sourceFetcherContract } from "../contracts/media/source-fetcher.contract.js";
import { mysqlStores } from "./mysql-store.js";

const [files, sources] = [mysqlStores(), mysqlStores()];

mediaFilesContract("MySQL or MariaDB", files.open, files.end);
sourceFetcherContract("MySQL or MariaDB", sources.open, sources.end);
