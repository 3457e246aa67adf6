import type { CatalogReads } from "../../application/catalog/ports.js";
import type { ReadSource } from "../shared/read-source.js";
import { collectionReads } from "./collection-reads.js";
import { metafieldReads } from "./metafield-reads.js";
import { partReads } from "./part-reads.js";
import { productReads } from "./product-reads.js";
import { redirectReads } from "./redirect-reads.js";

export const typeormCatalogReads = (source: ReadSource): CatalogReads => ({
  ...productReads(source),
  ...partReads(source),
  ...collectionReads(source),
  ...redirectReads(source),
  ...metafieldReads(source),
});
