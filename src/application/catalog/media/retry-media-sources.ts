import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { MediaStores } from "./media-ports.js";

export interface RetryMediaSources {
  /** Addresses; all that failed unless given. */
  readonly urls?: readonly string[] | null | undefined;
}

/** What is fetched anew. Plain JSON. */
export interface MediaRetried {
  readonly count: number;
}

/** Has images elsewhere fetched again now, with all their attempts. */
export const retryMediaSources = change(mayWriteCatalog, async ({ urls }: RetryMediaSources, { stores, now }: Work<MediaStores>): Promise<MediaRetried> => ({
  count: await stores.mediaSources.retry(urls ?? "failed", now),
}));
