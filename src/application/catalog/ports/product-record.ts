import type { MetafieldType } from "../../../domain/catalog/metafields/metafield.js";
import type { ProductStatus } from "../../../domain/catalog/products/product-content.js";
import type {
  SoldOutPolicy,
  UnitPriceMeasure,
  WeightUnit,
} from "../../../domain/catalog/variants/variant.js";

/** A location in a file, as people count: the header is line 1. */
export interface FileLocation {
  readonly line: number;
  readonly column: string | null;
}

/** A defect of a file or a warning about it: the value, the reason and what to do. */
export interface ImportIssue extends FileLocation {
  readonly code: string;
  readonly value: string | null;
  readonly reason: string;
  readonly advice: string;
}

export interface VariantRecord {
  readonly location: FileLocation;
  /** One value for each option of the product record. */
  readonly optionValues: readonly string[];
  readonly sku?: string | null;
  readonly barcode?: string | null;
  readonly tracked?: boolean;
  readonly soldOutPolicy?: SoldOutPolicy;
  readonly onHand?: number | null;
  readonly weightMilligrams?: number | null;
  readonly weightUnit?: WeightUnit;
  readonly requiresShipping?: boolean;
  readonly taxable?: boolean;
  readonly taxCode?: string | null;
  readonly unitPriceMeasure?: UnitPriceMeasure | null;
  /** Decimal text with a point in the shop's currency. */
  readonly price?: string | null;
  readonly compareAt?: string | null;
  readonly cost?: string | null;
  readonly imageUrl?: string | null;
}

export interface ImageRecord {
  readonly location: FileLocation;
  readonly url: string;
  readonly alt?: string;
  /** From 1; null when the file has none. */
  readonly position: number | null;
}

/**
 * One product of a file, in any format. A field that is left out keeps its stored value, a null or
 * empty one clears it.
 */
export interface ProductRecord {
  readonly location: FileLocation;
  /** The column of each field in the file: `{ sku: "Variant SKU" }`. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly slug: string;
  readonly title?: string;
  readonly descriptionHtml?: string;
  readonly vendor?: string;
  readonly productType?: string;
  readonly category?: string;
  readonly tags?: readonly string[];
  readonly status?: ProductStatus;
  readonly published?: boolean;
  readonly seoTitle?: string;
  readonly seoDescription?: string;
  readonly giftCard?: boolean;
  /** A metafield with an empty value is removed. */
  readonly metafields?: readonly {
    readonly namespace: string;
    readonly key: string;
    readonly type: MetafieldType;
    readonly value: string;
  }[];
  /** The title of a collection without rules that the product is added to. */
  readonly collection?: string;
  /** The names of the options in their order; left out when the file has no variants. */
  readonly options?: readonly string[];
  readonly variants: readonly VariantRecord[];
  readonly images: readonly ImageRecord[];
}
