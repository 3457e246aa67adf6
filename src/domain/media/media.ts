// The front door of the context: what other contexts use of it.
export { FileNotFound, InvalidMedia } from "./errors.js";
export { imageUrl } from "./image-url.js";
export { fileNameFromUrl, fileUrl, parseFileId } from "./media-file.js";
