import { wired, type Wired } from "../../shared/operations.js";
import { removeDoomedFiles } from "./remove-doomed-files.js";
import { uploadImage, type UploadNeeds } from "./upload-image.js";

/** What touches the storage of pictures, and so happens outside of units of work and of GraphQL. */
export const MEDIA_LIBRARY = {
  uploadImage,
  removeDoomedFiles,
};

export type MediaLibrary = Wired<typeof MEDIA_LIBRARY>;

export const mediaLibrary = (needs: UploadNeeds): MediaLibrary => wired(MEDIA_LIBRARY, needs);
