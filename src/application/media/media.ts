import { MEDIA_PREFIXES } from "../../domain/media/ids.js";
import { sweepFiles } from "./sweep-files.js";
import type { BackgroundWork, Context } from "../shared/context.js";
import type { Clock } from "../shared/clock.js";
import type { IdempotencyStores } from "../shared/idempotency-keys.js";
import type { UnitOfWork } from "../shared/unit-of-work.js";
import { wired, type Wired } from "../shared/wired.js";
import { mediaFetch } from "./media-fetch.js";
import type { MediaSourceReads } from "./ports/media-sources.js";
import type { MediaStores } from "./ports/media-stores.js";
import { readMediaSources } from "./read-media-sources.js";
import { removeUnusedFiles } from "./remove-unused-files.js";
import { uploadImage, type UploadNeeds } from "./upload-image.js";

export interface MediaNeeds {
  readonly mediaSourceReads: MediaSourceReads;
  readonly unitOfWork: UnitOfWork<MediaStores & IdempotencyStores>;
  readonly clock: Clock;
}

/** Everything that can be done about external images. */
export const MEDIA = { mediaSources: readMediaSources, mediaFetch };

export type Media = Wired<typeof MEDIA>;

export const media = (needs: MediaNeeds): Media => wired(MEDIA, needs);

/**
 * The operations that use the storage of images. They run outside of units of work and of GraphQL.
 */
const MEDIA_LIBRARY = { uploadImage, removeUnusedFiles };

export type MediaLibrary = Wired<typeof MEDIA_LIBRARY>;

export const mediaLibrary = (needs: UploadNeeds): MediaLibrary => wired(MEDIA_LIBRARY, needs);

export const mediaContext = {
  name: "media",
  idPrefixes: MEDIA_PREFIXES,
  operations: MEDIA,
  open: media,
  background: (): Partial<BackgroundWork<Pick<MediaStores, "mediaFiles">>> => ({
    recurring: [sweepFiles],
  }),
} as const satisfies Context;
