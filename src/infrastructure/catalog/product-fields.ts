import type {
  Audience,
  CollectionView,
  ImageView,
  MediaView,
  MetafieldDefinitionView,
  ProductView,
  VariantView,
} from "../../application/catalog/ports.js";
import type { CollectionKind, CollectionOrder } from "../../domain/catalog/collection.js";
import type { MediaId, ProductId } from "../../domain/catalog/ids.js";
import type { MetafieldType } from "../../domain/catalog/metafield.js";
import type { ProductStatus } from "../../domain/catalog/product.js";
import type { SoldOutPolicy, WeightUnit } from "../../domain/catalog/variant.js";
import { id } from "../../domain/shared/id.js";
import { Money } from "../../domain/shared/money.js";
import type { FieldSource, FieldSources } from "../shared/selection.js";
import { problemOf, statusOf } from "./media/typeorm-media-sources.js";
import { fromSqlJson, fromSqlTime, type Row } from "../shared/sql.js";
import { toChoices } from "./choice-rows.js";
import { toImage, toParent, toRules } from "./collection-rows.js";
import { inLanguage } from "./in-language.js";
import {
  toFlag,
  toFocalPoint,
  toNumber,
  toPublication,
  toText,
  toUnitPriceMeasure,
} from "./product-rows.js";
import { toStatedTranslations } from "./translation-rows.js";

const text = (column: string): FieldSource<string> => ({
  columns: [column],
  read: (row) => String(row[bare(column)]),
});
const optionalText = (column: string): FieldSource<string | null> => ({
  columns: [column],
  read: (row) => toText(row[bare(column)]),
});
const flag = (column: string): FieldSource<boolean> => ({
  columns: [column],
  read: (row) => toFlag(row[bare(column)]),
});
const whole = (column: string): FieldSource<number> => ({
  columns: [column],
  read: (row) => Number(row[bare(column)]),
});
const time = (column: string): FieldSource<Date> => ({
  columns: [column],
  read: (row) => fromSqlTime(row[bare(column)]),
});
const json = <T>(column: string): FieldSource<T> => ({
  columns: [column],
  read: (row) => fromSqlJson<T>(row[bare(column)]),
});
const word = <Word extends string>(column: string): FieldSource<Word> => ({
  columns: [column],
  read: (row) => row[bare(column)] as Word,
});

const bare = (column: string): string => column.slice(column.indexOf(".") + 1);

const publication = (table: string) => ({
  columns: [`${table}.published_from`, `${table}.published_until`],
  read: toPublication,
});
const seo = (table: string) => ({
  columns: [`${table}.seo_title`, `${table}.seo_description`],
  read: (row: Row) => ({
    title: String(row["seo_title"]),
    description: String(row["seo_description"]),
  }),
});
const translations = <Translation>(table: string) => ({
  columns: [`${table}.translations`],
  read: (row: Row) => toStatedTranslations<Translation>(row["translations"]),
});
const image = (table: string) => ({
  columns: [
    ...["id", "url", "alt", "focal_x", "focal_y"].map((part) => `${table}.image_${part}`),
    sourceOf(`${table}.image_key`),
  ],
  read: (row: Row): ImageView | null => {
    const [found, source] = [toImage(row), toSource(row["source"])];
    return found && source ? { ...found, source } : found;
  },
});

/** How far the fetching of an image has come, in one look-up by key: `READY 01k…-800x600.jpg`, `PARKED NOT_FOUND`. */
const sourceOf = (key: string): string =>
  `(SELECT CONCAT(s.status, ' ', COALESCE(s.file, s.last_error, '')) FROM catalog_media_source s WHERE s.id = ${key}) AS source`;

const toSource = (cell: Row[string] | undefined): ImageView["source"] => {
  if (cell == null) return undefined;
  const [stored = "", rest = ""] = String(cell).split(" ");
  const status = statusOf(stored);
  return {
    status,
    file: status === "READY" ? rest : null,
    problem: status === "READY" ? null : problemOf(rest),
  };
};

const priceRange = (table: "l" | "r"): FieldSource<ProductView["priceRange"]> => ({
  columns: [`${table}.currency`, `${table}.min_price`, `${table}.max_price`],
  read: (row) => {
    const [min, max] = [toNumber(row["min_price"]), toNumber(row["max_price"])];
    return min === null || max === null
      ? null
      : {
          min: Money.of(min, String(row["currency"])),
          max: Money.of(max, String(row["currency"])),
        };
  },
});

const choicesBy = (available: string): FieldSource<ProductView["choices"]> => ({
  columns: ["p.options", "o.variant_ids", "o.value_places", `${available} AS choice_available`],
  read: toChoices,
});

/** `l` is the listing, `p` the product, `o` what can be chosen of it: what the listing knows is read from it, so that many lists need no join. */
const PRODUCT_FIELDS: FieldSources<ProductView> = {
  slug: text("p.slug"),
  title: text("p.title"),
  descriptionHtml: text("p.description_html"),
  vendor: text("p.vendor"),
  productType: text("p.product_type"),
  category: text("p.category"),
  tags: json("p.tags"),
  status: word<ProductStatus>("l.status"),
  publication: publication("l"),
  seo: seo("p"),
  giftCard: flag("p.gift_card"),
  options: json("p.options"),
  metafields: json("p.metafields"),
  translations: translations("p"),
  version: whole("p.version"),
  createdAt: time("l.created_at"),
  updatedAt: time("l.updated_at"),
  priceRange: priceRange("l"),
  available: flag("l.available"),
  onSale: flag("l.on_sale"),
  firstImage: image("l"),
  choices: choicesBy("o.available"),
};

/** The same where a price list holds: `r` is what it says of the product. */
const PRODUCT_FIELDS_AT_LIST_PRICES: FieldSources<ProductView> = {
  ...PRODUCT_FIELDS,
  priceRange: priceRange("r"),
  available: flag("r.available"),
  onSale: flag("r.on_sale"),
  choices: choicesBy(
    "CASE WHEN r.product_id IS NOT NULL THEN COALESCE(r.sellable, o.available) END",
  ),
};

/** The fields of a product, at the prices and in the language of where somebody looks from. */
export const productFieldsAt = ({ place }: Pick<Audience, "place">): FieldSources<ProductView> =>
  inLanguage(place?.priceList ? PRODUCT_FIELDS_AT_LIST_PRICES : PRODUCT_FIELDS, place?.locale);

export const VARIANT_FIELDS: FieldSources<VariantView> = {
  productId: word<ProductId>("v.product_id"),
  optionValues: json("v.option_values"),
  sku: optionalText("v.sku"),
  barcode: optionalText("v.barcode"),
  tracked: flag("v.tracked"),
  soldOutPolicy: word<SoldOutPolicy>("v.sold_out_policy"),
  weightMilligrams: {
    columns: ["v.weight_milligrams"],
    read: (row) => toNumber(row["weight_milligrams"]),
  },
  weightUnit: word<WeightUnit>("v.weight_unit"),
  requiresShipping: flag("v.requires_shipping"),
  taxable: flag("v.taxable"),
  taxCode: optionalText("v.tax_code"),
  unitPriceMeasure: {
    columns: ["v.unit_price_measure"],
    read: (row) => toUnitPriceMeasure(row["unit_price_measure"]),
  },
  mediaId: {
    columns: ["v.media_id"],
    read: (row) => (row["media_id"] == null ? null : id<MediaId>(String(row["media_id"]))),
  },
};

const MEDIA_FIELDS: FieldSources<MediaView> = {
  productId: {
    columns: ["m.product_id"],
    read: (row) => (row["product_id"] == null ? null : id<ProductId>(String(row["product_id"]))),
  },
  url: text("m.url"),
  alt: text("m.alt"),
  focalPoint: {
    columns: ["m.focal_x", "m.focal_y"],
    read: (row) => toFocalPoint(row["focal_x"], row["focal_y"]),
  },
  source: { columns: [sourceOf("m.url_key")], read: (row) => toSource(row["source"]) },
};

export const mediaFieldsAt = ({ place }: Pick<Audience, "place">): FieldSources<MediaView> =>
  inLanguage(MEDIA_FIELDS, place?.locale);

const METAFIELD_DEFINITION_FIELDS: FieldSources<MetafieldDefinitionView> = {
  namespace: text("d.namespace"),
  key: text("d.field_key"),
  type: word<MetafieldType>("d.type"),
  name: text("d.name"),
  description: text("d.description"),
  translations: translations("d"),
  version: whole("d.version"),
  createdAt: time("d.created_at"),
  updatedAt: time("d.updated_at"),
};

export const definitionFieldsAt = ({
  place,
}: Pick<Audience, "place">): FieldSources<MetafieldDefinitionView> =>
  inLanguage(METAFIELD_DEFINITION_FIELDS, place?.locale);

const COLLECTION_FIELDS: FieldSources<CollectionView> = {
  slug: text("c.slug"),
  title: text("c.title"),
  descriptionHtml: text("c.description_html"),
  publication: publication("c"),
  seo: seo("c"),
  image: image("c"),
  kind: word<CollectionKind>("c.kind"),
  rules: { columns: ["c.rules"], read: (row) => toRules(row["rules"]) },
  sortOrder: word<CollectionOrder>("c.sort_order"),
  parentId: { columns: ["c.parent_id"], read: (row) => toParent(row["parent_id"]) },
  translations: translations("c"),
  evaluating: {
    columns: [
      "EXISTS (SELECT 1 FROM catalog_collection_evaluation e WHERE e.collection_id = c.id) AS evaluating",
    ],
    read: (row) => toFlag(row["evaluating"]),
  },
  version: whole("c.version"),
  createdAt: time("c.created_at"),
  updatedAt: time("c.updated_at"),
};

export const collectionFieldsAt = ({
  place,
}: Pick<Audience, "place">): FieldSources<CollectionView> =>
  inLanguage(COLLECTION_FIELDS, place?.locale);
