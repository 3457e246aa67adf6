/** The tables that show images: the columns of the address, and of its key. */
export const IMAGE_TABLES = [
  { table: "catalog_media", key: "url_key", url: "url" },
  { table: "catalog_collection", key: "image_key", url: "image_url" },
] as const;
