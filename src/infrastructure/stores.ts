import type { StoresOf, WorkerStoresOf } from "./shared/storage/storage.js";
import type { STORAGES } from "./storages.js";

/** The stores of all contexts. */
export type Stores = StoresOf<typeof STORAGES>;

/** The stores, and what the background workers need in addition. */
export type WorkerStores = WorkerStoresOf<typeof STORAGES>;
