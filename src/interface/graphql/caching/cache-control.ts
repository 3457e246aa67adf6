/** How long caches may keep the answers that every guest may see, in seconds. Null: not said. */
export interface CacheTimes {
  readonly maxAge: number | null;
  /** For caches that many share, such as a CDN. */
  readonly sharedMaxAge: number | null;
  readonly staleWhileRevalidate: number | null;
}

/**
 * The header `Cache-Control`: nothing is kept beyond the next moment at which the answer changes by
 * itself. Without times, caches ask each time whether what they keep is still true.
 * @param seconds until that moment; Infinity when none is known
 */
export const cacheControl = (
  { maxAge, sharedMaxAge, staleWhileRevalidate }: CacheTimes,
  seconds: number,
): string => {
  const left = Math.max(0, Math.floor(seconds));
  if ((maxAge === null && sharedMaxAge === null) || left === 0) return "no-cache";
  const age = Math.min(maxAge ?? 0, left);
  const shared = sharedMaxAge === null ? null : Math.min(sharedMaxAge, left);
  const stale = Math.min(staleWhileRevalidate ?? 0, left - Math.max(age, shared ?? 0));
  return [
    "public",
    `max-age=${age}`,
    ...(shared === null ? [] : [`s-maxage=${shared}`]),
    ...(stale > 0 ? [`stale-while-revalidate=${stale}`] : []),
  ].join(", ");
};
