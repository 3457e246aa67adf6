import { externalImageUrl } from "../../domain/media/image-url.js";
import { Problems } from "../../domain/shared/problems.js";
import { change, type Work } from "../shared/change.js";
import { mayWriteCatalog } from "../catalog/ports/permissions.js";
import type { MediaStores } from "./ports/media-stores.js";

interface MediaFetch {
  /** The URLs of external images; all failed ones when left out or empty. */
  readonly urls?: readonly string[] | null | undefined;
}

/** The number of images that are fetched again. Plain JSON. */
export interface MediaFetched {
  readonly count: number;
}

/** Fetches external images again, now and with all attempts. @throws Refused with InvalidMedia */
export const mediaFetch = change(
  mayWriteCatalog,
  async ({ urls }: MediaFetch, { stores, now }: Work<MediaStores>): Promise<MediaFetched> => {
    const problems = new Problems();
    for (const [index, url] of (urls ?? []).entries())
      problems.collect(() => externalImageUrl(url), "urls", String(index));
    problems.throwIfAny();
    return { count: await stores.mediaSources.retry(urls?.length ? urls : "failed", now) };
  },
);
