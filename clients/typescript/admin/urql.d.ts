import type { CacheExchangeOpts, KeyingConfig, ResolverConfig } from "@urql/exchange-graphcache";

/** For `cacheExchange(cacheOptions)`. */
export declare const cacheOptions: { schema: NonNullable<CacheExchangeOpts["schema"]>; keys: KeyingConfig; resolvers: ResolverConfig };
export declare const schema: NonNullable<CacheExchangeOpts["schema"]>;
export declare const keys: KeyingConfig;
export declare const resolvers: ResolverConfig;
