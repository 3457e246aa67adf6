import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { CachedAnswer, type CachingOptions } from "../caching/cached-answer.js";

/**
 * Finds the answers that caches may keep: those of queries by GET without credentials that every
 * guest may see. They name what they depend on.
 */
export const cachingPlugin = (options: CachingOptions): ApolloServerPlugin<GraphqlContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ request: { http }, contextValue: { answer } }) => {
      if (!answer.isPublic || http?.method !== "GET" || http.headers.has("authorization")) return;
      // Before anything is read: a change in between is later than this.
      answer.cached = new CachedAnswer(options, await secondsLeft(options));
    },
    willSendResponse: async ({ response: { body }, contextValue: { answer } }) => {
      if (!answer.isPublic) answer.cached = null;
      const { cached } = answer;
      if (!cached || body.kind !== "single") return;
      const { singleResult } = body;
      const { cost, ...others } = singleResult.extensions ?? {};
      singleResult.extensions = {
        ...others,
        ...(cost !== undefined && { cost: cached.isShared ? ofEverybody(cost) : cost }),
        cacheTags: cached.tags.all(),
      };
    },
  }),
});

/** Without what is left to the client that asked first. */
const ofEverybody = (cost: unknown): unknown => {
  const { remaining, restoredPerSecond, ...others } = cost as Readonly<Record<string, unknown>>;
  void [remaining, restoredPerSecond];
  return others;
};

const secondsLeft = async ({
  maxAge,
  sharedMaxAge,
  nextChange,
  clock,
}: CachingOptions): Promise<number> => {
  if (maxAge === null && sharedMaxAge === null) return 0;
  // Without the store nothing is known of its plans.
  const next = await nextChange().catch(() => new Date(0));
  return next === null ? Infinity : (next.getTime() - clock.now().getTime()) / 1_000;
};
