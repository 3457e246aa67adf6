import type { MediaId, ProductId, VariantId } from "../../src/domain/catalog/ids.js";
import type { ProductContent } from "../../src/domain/catalog/products/product-content.js";
import { VARIANT_DEFAULTS, type Variant } from "../../src/domain/catalog/variants/variant.js";
import { id } from "../../src/domain/shared/id.js";

const suffix = (n: number): string => `01h${String(n).padStart(23, "0")}`;

export const productId = (n: number): ProductId => id<ProductId>(`product_${suffix(n)}`);
export const variantId = (n: number): VariantId => id<VariantId>(`variant_${suffix(n)}`);
export const mediaId = (n: number): MediaId => id<MediaId>(`media_${suffix(n)}`);

export const aVariant = (n: number, more: Partial<Variant> = {}): Variant => ({
  ...VARIANT_DEFAULTS,
  id: variantId(n),
  optionValues: ["Default Title"],
  sku: `SKU-${n}`,
  tracked: true,
  weightMilligrams: 250_000,
  ...more,
});

/** A published mug. */
export const productContent = (n: number, more: Partial<ProductContent> = {}): ProductContent => ({
  slug: `mug-${n}`,
  title: `Mug ${n}`,
  descriptionHtml: "<p>Holds tea.</p>",
  vendor: "Plinth Pottery",
  productType: "Mug",
  category: "Home & Garden > Kitchen",
  tags: ["tea"],
  status: "ACTIVE",
  publication: { from: new Date("2025-12-01T00:00:00.000Z"), until: null },
  seo: { title: "", description: "" },
  giftCard: false,
  options: [{ name: "Title", values: ["Default Title"] }],
  metafields: [],
  media: [{ id: mediaId(n), url: `https://img.example/mug-${n}.webp`, alt: `Mug ${n}` }],
  variants: [aVariant(n)],
  translations: [],
  ...more,
});
