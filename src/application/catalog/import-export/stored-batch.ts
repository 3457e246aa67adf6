import type { ProductId, VariantId } from "../../../domain/catalog/ids.js";
import type { Product } from "../../../domain/catalog/products/product.js";
import type { StockItem } from "../../../domain/inventory/inventory.js";
import type { OwnPrice } from "../../../domain/pricing/pricing.js";
import type { TaxCategoryView } from "../../pricing/ports/tax-reads.js";
import type { ImportedMetafields } from "./declare-metafields.js";
import type { FoundReferences } from "./found-references.js";

/** The stored data of the products of a batch. */
export interface StoredBatch {
  readonly products: ReadonlyMap<string, Product>;
  /** The products that had a slug of the file before. */
  readonly byOldSlug: ReadonlyMap<string, Product>;
  readonly ownersOfSkus: ReadonlyMap<string, ProductId>;
  readonly prices: ReadonlyMap<VariantId, OwnPrice>;
  readonly stock: ReadonlyMap<VariantId, StockItem>;
  readonly metafields: ImportedMetafields;
  readonly references: FoundReferences;
  /** Empty when no variant of the batch has a tax code. */
  readonly taxCategories: readonly TaxCategoryView[];
}
