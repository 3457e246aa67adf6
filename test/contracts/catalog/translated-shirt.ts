import type { Audience, FieldsOf } from "../../../src/application/catalog/ports/audience.js";
import type { CollectionView } from "../../../src/application/catalog/ports/collection-view.js";
import type {
  MediaView,
  ProductView,
} from "../../../src/application/catalog/ports/product-view.js";
import type { ProductTranslationPatch } from "../../../src/domain/catalog/products/translate-product.js";
import type { ShopContent } from "../../builders/fill-shop.js";
import { aVariant, mediaId, productId } from "../../builders/product-content.js";
export const LATER = new Date("2026-02-01T00:00:00.000Z");
export const SHIRT = productId(1);
export const inLanguage = (locale: string | null): Audience => ({
  sees: "everything",
  shoppingContext: {
    market: "default",
    currency: "EUR",
    priceLists: [],
    locale,
    moment: new Date("2026-01-01T12:00:00.000Z"),
    salesChannel: "WEB",
  },
});

export const TEXTS: FieldsOf<ProductView> = new Set([
  "title",
  "descriptionHtml",
  "seo",
  "options",
  "metafields",
  "firstImage",
  "optionAvailability",
  "tags",
]);
export const COLLECTION_TEXTS: FieldsOf<CollectionView> = new Set([
  "title",
  "descriptionHtml",
  "seo",
  "image",
]);
export const ALT: FieldsOf<MediaView> = new Set(["alt"]);

export const GERMAN: ProductTranslationPatch[] = [
  {
    locale: "de",
    title: "Hemd",
    descriptionHtml: "<p>Aus Leinen. 😀</p>",
    seo: { title: "Hemd kaufen" },
    options: [
      {
        name: "Size",
        translation: "Größe",
        values: [
          { value: "Small", translation: "Klein" },
          { value: "__proto__", translation: "Groß" },
        ],
      },
    ],
    metafields: [{ namespace: "care", key: "washing", value: "von Hand" }],
    media: [{ id: mediaId(1), alt: "Ein Hemd" }],
  },
  {
    locale: "de-AT",
    title: "Pfoad",
    options: [{ name: "Size", values: [{ value: "Small", translation: "Kloa" }] }],
  },
];

export const TRANSLATED_SHOP: ShopContent = {
  products: [
    {
      number: 1,
      content: {
        slug: "shirt",
        title: "Shirt",
        options: [{ name: "Size", values: ["Small", "__proto__"] }],
        variants: [
          aVariant(11, { optionValues: ["Small"] }),
          aVariant(12, { optionValues: ["__proto__"] }),
        ],
        metafields: [
          { namespace: "care", key: "washing", type: "TEXT", value: "by hand" },
          { namespace: "facts", key: "weight", type: "INTEGER", value: "180" },
        ],
      },
    },
    { number: 2, content: { slug: "apron", title: "Apron" } },
  ],
  collections: [{ number: 1, content: { title: "Kitchen" }, products: [1, 2] }],
};
