import { addressElsewhere } from "../../../domain/catalog/media.js";
import { Problems } from "../../../domain/shared/domain-error.js";
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

/** Has images elsewhere fetched now, with all their attempts. @throws Refused with InvalidMedia */
export const retryMediaSources = change(
  mayWriteCatalog,
  async (
    { urls }: RetryMediaSources,
    { stores, now }: Work<MediaStores>,
  ): Promise<MediaRetried> => {
    const problems = new Problems();
    for (const [index, url] of (urls ?? []).entries())
      problems.attempt(() => addressElsewhere(url), "urls", String(index));
    problems.throwIfAny();
    return { count: await stores.mediaSources.retry(urls ?? "failed", now) };
  },
);
