import { DomainError } from "../../../domain/shared/domain-error.js";
import type { MetafieldType } from "../../../domain/catalog/metafield.js";
import type { ProductStatus } from "../../../domain/catalog/product.js";
import type {
  SoldOutPolicy,
  UnitPriceMeasure,
  WeightUnit,
} from "../../../domain/catalog/variant.js";

/** Where in a file something stands, for people: lines count from 1, the header is line 1. */
export interface Place {
  readonly line: number;
  readonly column: string | null;
}

/** Something in a file that deserves a word: what stands there, why it matters, and what to do. */
export interface Remark extends Place {
  readonly code: string;
  readonly value: string | null;
  readonly reason: string;
  readonly advice: string;
}

/**
 * What a file says, cut to what a person can read. Made anew from its characters: the engine would keep the whole text
 * alive behind a slice of it.
 */
export const cut = (said: string, longest: number): string =>
  said.length > longest ? `${Array.from(said.slice(0, longest)).join("")}…` : said;

export interface VariantSheet {
  readonly place: Place;
  /** One value for each option of the sheet. */
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

export interface ImageSheet {
  readonly place: Place;
  readonly url: string;
  readonly alt?: string;
  /** Counted from 1, as files give it; null where the file gives none. */
  readonly position: number | null;
}

/**
 * One product as a file describes it, whatever the format of the file. A field that is absent leaves what is stored alone;
 * a null or empty one blanks it.
 */
export interface ProductSheet {
  readonly place: Place;
  /** What the file calls a field: `{ sku: "Variant SKU" }`. */
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
  /** A metafield with an empty value is taken away. */
  readonly metafields?: readonly {
    readonly namespace: string;
    readonly key: string;
    readonly type: MetafieldType;
    readonly value: string;
  }[];
  /** The title of a manual collection that the product is put into. */
  readonly collection?: string;
  /** Names of the options, in their order; absent where the file says nothing of variants. */
  readonly options?: readonly string[];
  readonly variants: readonly VariantSheet[];
  readonly images: readonly ImageSheet[];
}

/** A file of which not one product can be trusted. */
export class UnusableFile extends DomainError {
  readonly code = "UNUSABLE_FILE";

  constructor(
    readonly file: string,
    readonly remarks: readonly Remark[],
  ) {
    super(remarks.map(({ reason }) => reason).join(" "));
  }
}
