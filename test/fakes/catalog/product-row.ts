import type { Audience } from "../../../src/application/catalog/ports/audience.js";
import type {
  MediaView,
  ProductView,
  VariantView,
} from "../../../src/application/catalog/ports/product-view.js";
import { isVisible } from "../../../src/domain/catalog/products/is-visible.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import { productTranslationViews } from "../../../src/domain/catalog/products/product-translation-views.js";
import type { Order } from "../page-of.js";
import { restoredRange } from "../pricing/stored-money.js";
import type { StoredListing, StoredOptionAvailability } from "./in-memory-products.js";
import type { PricedVariant } from "./matching-variants.js";

export interface Row {
  readonly product: ProductSnapshot;
  readonly listing: StoredListing;
  readonly optionAvailability: StoredOptionAvailability;
  readonly variants: () => readonly PricedVariant[];
}

export const sees = (audience: Audience, thing: Parameters<typeof isVisible>[0]): boolean =>
  audience.sees === "everything" || isVisible(thing, audience.at);

export const productView = ({
  product: { variants, media, announced: _, ...product },
  listing,
  optionAvailability,
}: Row): ProductView => ({
  ...structuredClone(product),
  translations: productTranslationViews({ ...product, media: [...media], variants }),
  priceRange: restoredRange(listing.priceRange),
  available: listing.available,
  onSale: listing.onSale,
  compareAtRange: restoredRange(listing.compareAtRange),
  firstImage: listing.firstImage,
  optionAvailability: {
    options: structuredClone(product.options),
    variants: optionAvailability,
  },
  matchingVariant: null,
});

export const variantsOf = ({ id, variants }: ProductSnapshot): VariantView[] =>
  variants.map((variant) => ({ ...variant, productId: id }));

export const mediaOf = ({ id, media }: ProductSnapshot): MediaView[] =>
  media.map((image) => ({ ...image, productId: id }));

export const byPosition = <View extends { readonly id: string }>(
  all: readonly View[],
): Order<View> => ({
  name: "position",
  key: ({ id }) => all.findIndex((view) => view.id === id),
  id: ({ id }) => id,
  reverse: false,
});

export const AS_ADDED: Order<VariantView> = {
  name: "added",
  key: ({ id }) => id,
  id: ({ id }) => id,
  reverse: false,
};
