import type { FieldPolicy, InMemoryCacheConfig, TypePolicies } from "@apollo/client";

/** For `new InMemoryCache(cacheOptions)`. */
export declare const cacheOptions: InMemoryCacheConfig;
export declare const possibleTypes: { [type: string]: string[] };
export declare const typePolicies: TypePolicies;

/** The field policy of a list that is read page by page, given the arguments that tell one list from another: for lists of your own. */
export declare const pagesOf: (keyArgs: readonly string[]) => FieldPolicy;
