import type { ProductId, VariantId } from "../../../domain/catalog/ids.js";
import type { Media } from "../../../domain/catalog/images/media.js";
import type { Listing } from "../../../domain/catalog/listing/listing.js";
import type { OptionAvailability } from "../../../domain/catalog/options/option-availability.js";
import type { TranslatedOption } from "../../../domain/catalog/options/translated-option.js";
import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import type { ProductTranslation } from "../../../domain/catalog/products/product-texts.js";
import type { TranslationView } from "../../../domain/catalog/translations/translation-view.js";
import type { Variant } from "../../../domain/catalog/variants/variant.js";
import type { MediaSource } from "../../media/ports/media-sources.js";

export interface ProductView extends Omit<
  ProductSnapshot,
  "media" | "variants" | "announced" | "options" | "translations"
> {
  /** In the requested language, where it is translated. */
  readonly options: readonly TranslatedOption[];
  /** For staff. */
  readonly translations: readonly TranslationView<ProductTranslation>[];
  readonly priceRange: Listing["priceRange"];
  readonly available: boolean;
  readonly onSale: boolean;
  readonly compareAtRange: Listing["compareAtRange"];
  readonly firstImage: ImageView | null;
  /**
   * The option values of each variant and whether it can be bought. Large: request it only when it
   * is needed.
   */
  readonly optionAvailability: OptionAvailability;
  /**
   * In a list whose filter has conditions on variants: one that meets them all. One that can be
   * bought comes first, then the cheapest, then the first of the product. Otherwise null.
   */
  readonly matchingVariant: VariantId | null;
}

export interface VariantView extends Variant {
  readonly productId: ProductId;
}

/**
 * An image and its download into the shop's own storage; without `source` the download has not
 * started.
 */
export interface ImageView extends Media {
  readonly source?: Pick<MediaSource, "status" | "file" | "problem"> | undefined;
}

export interface MediaView extends ImageView {
  /** Null for the image of a collection. */
  readonly productId: ProductId | null;
}
