import type { MetafieldDefinitionContent } from "../../../domain/catalog/metafields/metafield-definition.js";
import type { Metafield } from "../../../domain/catalog/metafields/metafield.js";
import type {
  ProductProperties,
  ProductStatus,
} from "../../../domain/catalog/products/product-content.js";
import type { Variant } from "../../../domain/catalog/variants/variant.js";
import type { FileLocation } from "../../shared/file-format.js";

/** The fields of a variant that a file contains under their own names. */
export type FileVariant = Omit<Variant, "id" | "optionValues" | "mediaId" | "metafields">;

export interface VariantRecord extends Partial<FileVariant> {
  readonly location: FileLocation;
  /** One value for each option of the product record. */
  readonly optionValues: readonly string[];
  readonly onHand?: number | null;
  /** Decimal text with a point in the shop's currency. */
  readonly price?: string | null;
  readonly compareAt?: string | null;
  readonly cost?: string | null;
  readonly imageUrl?: string | null;
  /** A metafield with an empty value is removed, one that is left out stays. */
  readonly metafields?: readonly MetafieldRecord[];
}

/** The swatch of an option value: one of the two; without both it is removed. */
export interface SwatchRecord {
  readonly value: string;
  /** `#rrggbb` */
  readonly color?: string;
  /** The address of one of the `images`. */
  readonly imageUrl?: string;
}

export interface ImageRecord {
  readonly location: FileLocation;
  readonly url: string;
  readonly alt?: string;
  /** From 1; null when the file has none. */
  readonly position: number | null;
}

/**
 * A metafield of a file. A reference is the slug of a product or collection, the SKU of a variant, the
 * address of an image of the same product, or an id.
 */
export interface MetafieldRecord extends Metafield {
  /** What the file says about the definition, for a field that has none yet. */
  readonly definition?: Pick<
    MetafieldDefinitionContent,
    "owners" | "filterable" | "sortable" | "choices"
  > & {
    /** Empty for the key. */
    readonly name: string;
    /** Whether the file names the type; otherwise it is guessed from the values. */
    readonly isTyped: boolean;
  };
}

/**
 * One product of a file, in any format. A field that is left out keeps its stored value, a null or
 * empty one clears it.
 */
export interface ProductRecord extends Partial<ProductProperties> {
  readonly location: FileLocation;
  /** The column of each field in the file: `{ sku: "Variant SKU" }`. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly slug: string;
  readonly status?: ProductStatus;
  readonly published?: boolean;
  /** When the shop begins to show it; null: now, or as stored. */
  readonly publishedFrom?: Date | null;
  /** When the shop ends to show it; null: never. */
  readonly publishedUntil?: Date | null;
  readonly seoTitle?: string;
  readonly seoDescription?: string;
  /** A metafield with an empty value is removed. */
  readonly metafields?: readonly MetafieldRecord[];
  /** The title of a collection without rules that the product is added to. */
  readonly collection?: string;
  /** The names of the options in their order; left out when the file has no variants. */
  readonly options?: readonly string[];
  /** Of each option those of its values that get a swatch or lose it; those of other values stay. */
  readonly swatches?: readonly (readonly SwatchRecord[])[];
  readonly variants: readonly VariantRecord[];
  readonly images: readonly ImageRecord[];
}
