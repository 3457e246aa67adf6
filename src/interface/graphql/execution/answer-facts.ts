import type { CachedAnswer } from "../caching/cached-answer.js";

/** What becomes known of an answer while it is made. */
export interface AnswerFacts {
  /** Whether it is the same for every guest; not so for carts, orders, changes and errors. */
  isPublic: boolean;
  /** Null where caches may not keep it. */
  cached: CachedAnswer | null;
}
