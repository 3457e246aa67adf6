import type { Clock } from "../../../application/shared/clock.js";
import { cacheControl, type CacheTimes } from "./cache-control.js";
import { CacheTags } from "./cache-tags.js";

/** The headers by which CDNs and caches find tags, and what they write between two of them. */
export const TAG_HEADERS = {
  "Cache-Tag": ",",
  "Edge-Cache-Tag": ",",
  "Surrogate-Key": " ",
  xkey: " ",
} as const;

export type TagHeader = keyof typeof TAG_HEADERS;

export interface CachingOptions extends CacheTimes {
  /** Null when the tags are in the answer only. */
  readonly tagHeader: TagHeader | null;
  /** When something that the shop shows changes by itself; null when nothing is planned. */
  readonly nextChange: () => Promise<Date | null>;
  readonly clock: Clock;
}

/** Caches ask each time whether what they keep is still true. */
export const NOT_KEPT: CachingOptions = {
  maxAge: null,
  sharedMaxAge: null,
  staleWhileRevalidate: null,
  tagHeader: null,
  nextChange: async () => null,
  clock: { now: () => new Date() },
};

/** An answer that caches may keep. */
export class CachedAnswer {
  readonly tags = new CacheTags();

  /** @param secondsLeft until the answer changes by itself */
  constructor(
    private readonly options: CachingOptions,
    private readonly secondsLeft: number,
  ) {}

  get cacheControl(): string {
    return cacheControl(this.options, this.secondsLeft);
  }

  /** Whether a cache may give it to other clients without asking. */
  get isShared(): boolean {
    return this.cacheControl.startsWith("public");
  }

  /** @param hash of its data */
  headers(hash: string): readonly (readonly [name: string, value: string])[] {
    const { tagHeader } = this.options;
    const tags = this.tags.all();
    return [
      // Weak: the costs beside the data differ, and it may be compressed.
      ["etag", `W/"${hash}"`],
      ["cache-control", this.cacheControl],
      ...(tagHeader === null || tags.length === 0
        ? []
        : [[tagHeader.toLowerCase(), tags.join(TAG_HEADERS[tagHeader])] as const]),
    ];
  }
}
