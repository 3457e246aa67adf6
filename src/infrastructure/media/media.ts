// What other contexts may use of the stored images.
export { imageSource, imageSourceColumn } from "./image-source.js";
export { urlKey } from "./url-key.js";
