import type { ReadSource } from "../shared/database/read-source.js";
import { MemorySearch } from "./memory-search.js";
import { sqlSearchSource } from "./sql-search-source.js";

const FRESH_MS = 250;
const POLL_MS = 1_000;

/**
 * The search of a process on either database. Nothing is read before the first search, or before it
 * is started.
 * @param loadMs how long searches wait for the catalogue, from when reading it begins
 * @param loadSource what the catalogue is read from until the process is ready
 */
export const sqlProductSearch = (
  source: Pick<ReadSource, "query" | "dialect">,
  loadMs: number,
  loadSource = source,
): MemorySearch =>
  new MemorySearch(
    sqlSearchSource(source),
    { loadMs, freshMs: FRESH_MS, pollMs: POLL_MS },
    undefined,
    sqlSearchSource(loadSource),
  );
