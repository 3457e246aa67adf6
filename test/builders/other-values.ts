import type { CollectionContent } from "../../src/domain/catalog/collections/collection-content.js";
import {
  BLANK_PRODUCT,
  PRODUCT_PROPERTIES,
  type ProductContent,
  type ProductProperties,
} from "../../src/domain/catalog/products/product-content.js";
import {
  type VARIANT_DEFAULTS,
  VARIANT_PROPERTIES,
  type VariantProperties,
} from "../../src/domain/catalog/variants/variant.js";
import { keysOf } from "../../src/domain/shared/keys-of.js";
import { collectionId } from "./fill-shop.js";
import { mediaId, variantId } from "./product-content.js";

/**
 * A value for each field that is not its default: true and false change places, and texts and lists
 * get one of their own. So a new field is tried by every test of all fields.
 * @param special the values of fields that are none of these
 */
const otherThan = <Fields extends object>(defaults: Fields, special: Partial<Fields>): Fields =>
  Object.fromEntries(
    keysOf(defaults).map((field) => {
      const value = defaults[field];
      const text = `Other ${field}`;
      if (field in special) return [field, special[field]];
      return [field, typeof value === "boolean" ? !value : Array.isArray(value) ? [text] : text];
    }),
  ) as Fields;

export const OTHER_VARIANT_PROPERTIES: VariantProperties = otherThan(VARIANT_PROPERTIES, {
  soldOutPolicy: "CONTINUE",
  unitPriceMeasure: { total: "750", totalUnit: "ml", base: "1", baseUnit: "l" },
  countryOfOrigin: "PT",
});

export const OTHER_VARIANT: typeof VARIANT_DEFAULTS = {
  ...OTHER_VARIANT_PROPERTIES,
  weightMilligrams: 180_983,
  weightUnit: "POUNDS",
  mediaId: mediaId(1),
  metafields: [{ namespace: "facts", key: "length", type: "INTEGER", value: "12" }],
};

export const OTHER_PRODUCT_PROPERTIES: ProductProperties = otherThan(PRODUCT_PROPERTIES, {});

/** The content of a product in which no field has its default. */
export const OTHER_PRODUCT: ProductContent = {
  ...otherThan<ProductContent>(BLANK_PRODUCT, {
    slug: "other-slug",
    status: "ACTIVE",
    publication: {
      from: new Date("2026-01-01T00:00:00.123Z"),
      until: new Date("2027-01-01T00:00:00.456Z"),
    },
    seo: { title: "Other title", description: "Other description" },
    options: [
      {
        name: "Size",
        values: ["S", "L"],
        swatches: [
          { value: "S", color: "#1e90ff" },
          { value: "L", mediaId: mediaId(1) },
        ],
      },
    ],
    metafields: [{ namespace: "care", key: "washing", type: "TEXT", value: "by hand" }],
    media: [
      {
        id: mediaId(1),
        url: "https://img.example/other.webp",
        alt: "Other alt",
        focalPoint: { x: 0.25, y: 0.75 },
      },
    ],
    variants: [{ ...OTHER_VARIANT, id: variantId(1), optionValues: ["L"] }],
    translations: [
      {
        locale: "de",
        title: "Anderer Titel",
        descriptionHtml: "Andere Beschreibung",
        seoTitle: "Anderer SEO-Titel",
        seoDescription: "Andere SEO-Beschreibung",
        options: [{ name: "Size", text: "Größe", values: [{ value: "L", text: "groß" }] }],
        metafields: [{ namespace: "care", key: "washing", value: "von Hand" }],
        media: [{ id: mediaId(1), alt: "Anderer Text" }],
      },
    ],
  }),
};

/** The content of a collection in which no field is empty. */
export const OTHER_COLLECTION: CollectionContent = {
  slug: "other-slug",
  title: "Other title",
  descriptionHtml: "<p>Other</p>",
  publication: {
    from: new Date("2026-01-01T00:00:00.123Z"),
    until: new Date("2027-01-01T00:00:00.456Z"),
  },
  seo: { title: "Other SEO title", description: "Other SEO description" },
  image: {
    id: mediaId(2),
    url: "https://img.example/other.webp",
    alt: "Other alt",
    focalPoint: { x: 0.25, y: 0.75 },
  },
  rules: {
    match: "ANY",
    conditions: [{ field: "TAG", operator: "EQUALS", value: "tea", key: null }],
  },
  sortOrder: "PRICE_DESC",
  parentId: collectionId(7),
  metafields: [{ namespace: "care", key: "season", type: "TEXT", value: "winter" }],
  translations: [
    {
      locale: "de",
      title: "Anderer Titel",
      descriptionHtml: "<p>Andere</p>",
      seoTitle: "Anderer SEO-Titel",
      seoDescription: "Andere SEO-Beschreibung",
      imageAlt: "Anderer Text",
    },
  ],
};
