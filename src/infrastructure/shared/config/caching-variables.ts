export const CACHING_VARIABLES = [
  {
    name: "PLINTH_CACHE_MAX_AGE",
    about:
      "How long browsers and caches keep what every guest may see, in seconds. `off`: they ask each time whether it has changed.",
    fallback: "off",
    example: "60",
  },
  {
    name: "PLINTH_CACHE_SHARED_MAX_AGE",
    about: "The same for caches that many share, such as a CDN. `off`: as long as browsers.",
    fallback: "off",
    example: "600",
  },
  {
    name: "PLINTH_CACHE_STALE_WHILE_REVALIDATE",
    about:
      "How long caches may answer with what is too old while they ask for the new one, in seconds.",
    fallback: "off",
    example: "60",
  },
  {
    name: "PLINTH_CACHE_TAG_HEADER",
    about:
      "The header that tells a CDN which products and collections an answer shows: `off`, `Cache-Tag`, `Edge-Cache-Tag`, `Surrogate-Key` or `xkey`.",
    fallback: "off",
    example: "Cache-Tag",
  },
] as const;
