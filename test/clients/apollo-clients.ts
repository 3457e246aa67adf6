import { ApolloClient, HttpLink, InMemoryCache, type InMemoryCacheConfig } from "@apollo/client";
import { cacheOptions as adminCacheOptions } from "@plinth/client/admin/apollo";
import { cacheOptions } from "@plinth/client/shop/apollo";
import { inject } from "vitest";

const { url, adminKey } = inject("plinth");

/** A storefront on its own cache, and how often it has asked the server. */
export const openShop = (options: InMemoryCacheConfig = cacheOptions) => {
  let requests = 0;
  const counted: typeof fetch = (...args) => {
    requests += 1;
    return fetch(...args);
  };
  const client = new ApolloClient({
    link: new HttpLink({ uri: `${url}/graphql`, fetch: counted }),
    cache: new InMemoryCache(options),
  });
  return { client, cache: client.cache, requests: () => requests };
};

/** The back office on its own cache. */
export const openBackOffice = (options: InMemoryCacheConfig = adminCacheOptions) =>
  new ApolloClient({
    link: new HttpLink({
      uri: `${url}/admin/graphql`,
      headers: { authorization: `Bearer ${adminKey}` },
    }),
    cache: new InMemoryCache(options),
  });
