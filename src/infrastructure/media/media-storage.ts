import type { MediaStores } from "../../application/media/ports/media-stores.js";
import type { ReadNeeds, Storage, StoreMakers } from "../shared/storage/storage.js";
import { mediaMigrations } from "./migrations/media-migrations.js";
import type { FetchStores } from "./source-fetcher.js";
import { SqlMediaFiles } from "./sql-media-files.js";
import { sqlMediaSourceReads } from "./sql-media-source-reads.js";
import { SqlMediaSources } from "./sql-media-sources.js";

const stores: StoreMakers<MediaStores & FetchStores> = {
  mediaFiles: (session) => new SqlMediaFiles(session),
  mediaSources: (session) => new SqlMediaSources(session),
};

export const mediaStorage = {
  name: "media",
  migrations: mediaMigrations,
  stores,
  reads: ({ source }: ReadNeeds) => ({ mediaSourceReads: sqlMediaSourceReads(source) }),
} as const satisfies Storage;
