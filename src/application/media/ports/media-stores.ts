import type { MediaFiles } from "./media-files.js";
import type { MediaSources } from "./media-sources.js";

export interface MediaStores {
  readonly mediaFiles: MediaFiles;
  readonly mediaSources: MediaSources;
}
