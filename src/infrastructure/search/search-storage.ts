import type { ReadNeeds, Storage } from "../shared/storage/storage.js";
import type { MemorySearch } from "./memory-search.js";
import { sqlProductSearch } from "./sql-product-search.js";

interface SearchReads {
  readonly productSearch: MemorySearch;
}

export const searchStorage = {
  name: "search",
  migrations: [],
  stores: {},
  reads: ({ source, deadlineMs }: ReadNeeds): SearchReads => ({
    productSearch: sqlProductSearch(source, deadlineMs, {
      dialect: source.dialect,
      query: (...statement) => source.queryAtOnce(...statement),
    }),
  }),
  isReading: ({ productSearch }: SearchReads) => productSearch.isLoading(),
  committed: ({ productSearch }: SearchReads) => productSearch.changed(),
  close: ({ productSearch }: SearchReads) => productSearch.stop(),
} as const satisfies Storage;
