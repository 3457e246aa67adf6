import type { VariableReader } from "./variable-reader.js";

export interface CachingConfig {
  /** In seconds; null: caches ask each time. */
  readonly maxAge: number | null;
  /** In seconds, for caches that many share; null: as long as others. */
  readonly sharedMaxAge: number | null;
  /** In seconds; null: not at all. */
  readonly staleWhileRevalidate: number | null;
  readonly tagHeader: (typeof TAG_HEADERS)[number] | null;
}

const TAG_HEADERS = ["Cache-Tag", "Edge-Cache-Tag", "Surrogate-Key", "xkey"] as const;
const WEEK_SECONDS = 604_800;

/** How long caches may keep what every guest may see. */
export const readCachingConfig = (read: VariableReader): CachingConfig => {
  const header = read.oneOf("PLINTH_CACHE_TAG_HEADER", ["off", ...TAG_HEADERS]);
  return {
    maxAge: seconds(read, "PLINTH_CACHE_MAX_AGE"),
    sharedMaxAge: seconds(read, "PLINTH_CACHE_SHARED_MAX_AGE"),
    staleWhileRevalidate: seconds(read, "PLINTH_CACHE_STALE_WHILE_REVALIDATE"),
    tagHeader: header === "off" ? null : header,
  };
};

const seconds = (
  read: VariableReader,
  name: Parameters<VariableReader["wholeOrOff"]>[0],
): number | null => {
  const value = read.wholeOrOff(name, 0, WEEK_SECONDS);
  return value === Infinity ? null : value;
};
