import type { CatalogReads } from "../../application/catalog/ports/catalog-reads.js";
import type { Clock } from "../../application/shared/clock.js";
import type { ReadSource } from "../shared/database/read-source.js";
import { collectionReads } from "./collections/collection-reads.js";
import { metafieldReads } from "./metafields/metafield-reads.js";
import { mediaReads } from "./products/media-reads.js";
import { productReads } from "./products/product-reads.js";
import { variantReads } from "./products/variant-reads.js";
import { redirectReads } from "./redirect-reads.js";

export const sqlCatalogReads = (source: ReadSource, clock: Clock): CatalogReads => ({
  ...productReads(source),
  ...variantReads(source, clock),
  ...mediaReads(source),
  ...collectionReads(source),
  ...redirectReads(source),
  ...metafieldReads(source),
});
