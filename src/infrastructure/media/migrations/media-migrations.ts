import { CreateCatalogMediaFile1764000400000 } from "./1764000400000-create-catalog-media-file.js";
import { CreateCatalogMediaSource1764000400001 } from "./1764000400001-create-catalog-media-source.js";
import { IndexMediaSourceStatus1764001000000 } from "./1764001000000-index-media-source-status.js";

/**
 * The migrations of the tables of media. A migration that has been released is never changed; a new
 * one is added below.
 */
export const mediaMigrations = [
  CreateCatalogMediaFile1764000400000,
  CreateCatalogMediaSource1764000400001,
  IndexMediaSourceStatus1764001000000,
];
