import type {
  SearchDocument,
  SearchField,
  SearchPrice,
  SearchText,
} from "../../application/search/ports/search-source.js";
import type { CollectionId, MediaId, ProductId } from "../../domain/catalog/ids.js";
import {
  isDefault,
  withSwatches,
  type MetafieldText,
  type Option,
  type OptionTexts,
  type ProductStatus,
} from "../../domain/catalog/catalog.js";
import { plainText } from "../../domain/shared/plain-text.js";
import { id } from "../../domain/shared/id.js";
import { toFlag, toNumber, toPeriod } from "../shared/database/cell.js";
import type { Row } from "../shared/database/sql-session.js";
import { fromSqlJson, fromSqlTime } from "../shared/database/sql-value.js";
import type { ListPrices } from "./read-list-prices.js";
import { fieldsOf } from "./fields-of.js";
import { searchVariants } from "./search-variants.js";

export interface DocumentRows {
  readonly product: Row;
  readonly variants: readonly Row[];
  readonly positions: readonly Row[];
  /** The images that are swatches. */
  readonly images: readonly Row[];
  /** One for each translation. */
  readonly translations: readonly Row[];
  /** One for each price list. */
  readonly ranges: readonly Row[];
  readonly listPrices: ListPrices;
  /** The custom fields whose values the document has. */
  readonly fields: readonly SearchField[];
}

/** The search document of a product. */
export const searchDocument = ({
  product,
  variants,
  positions,
  images,
  translations,
  ranges,
  listPrices,
  fields,
}: DocumentRows): SearchDocument => {
  const offered = fromSqlJson<readonly Option[]>(product["options"]);
  const combinations = variants.map((row) => fromSqlJson<readonly string[]>(row["option_values"]));
  return {
    id: id<ProductId>(String(product["id"])),
    slug: String(product["slug"]),
    status: product["status"] as ProductStatus,
    publication: toPeriod(product["published_from"], product["published_until"]),
    createdAt: fromSqlTime(product["created_at"]),
    updatedAt: fromSqlTime(product["updated_at"]),
    foldedTitle: String(product["folded_title"]),
    vendor: String(product["vendor"]),
    productType: String(product["product_type"]),
    tags: fromSqlJson<readonly string[]>(product["tags"]),
    texts: [
      {
        locale: null,
        title: String(product["title"]),
        description: plainText(String(product["description_html"])),
        options: [],
        metafields: [],
      },
      ...translations.map((row) => translatedText(row, String(product["title"]))),
    ],
    options: soldOptions(offered, combinations),
    ...(images.length > 0 && {
      imageUrls: new Map(images.map((row) => [id<MediaId>(String(row["id"])), String(row["url"])])),
    }),
    codes: variants
      .flatMap((row) => [row["sku"], row["barcode"]])
      .flatMap((code) => (code == null ? [] : [String(code)])),
    variants: searchVariants({ product, variants, combinations, ranges, listPrices, fields }),
    metafields: fieldsOf(product["metafields"], fields),
    available: toFlag(product["available"]),
    prices: [
      ...pricesOf(null, product),
      ...ranges.flatMap((row) => pricesOf(String(row["price_list_id"]), row)),
    ],
    collections: positions.map((row) => ({
      collectionId: id<CollectionId>(String(row["collection_id"])),
      position: Number(row["position"]),
    })),
  };
};

/** The images that the options of a product show as swatches. @param product its row */
export const imagesOfSwatches = (product: Row): readonly MediaId[] =>
  fromSqlJson<readonly Option[]>(product["options"]).flatMap(({ swatches = [] }) =>
    swatches.flatMap(({ mediaId }) => mediaId ?? []),
  );

const pricesOf = (priceList: string | null, row: Row): readonly SearchPrice[] => {
  const [min, max] = [toNumber(row["min_price"]), toNumber(row["max_price"])];
  return min === null || max === null
    ? []
    : [
        {
          priceList,
          currency: String(row["currency"]),
          min,
          max,
          onSale: toFlag(row["on_sale"]),
          available: toFlag(row["available"]),
        },
      ];
};

const translatedText = (row: Row, original: string): SearchText => ({
  locale: String(row["locale"]),
  title: String(row["title"] ?? original),
  description: plainText(String(row["description_html"] ?? "")),
  options: row["options"] == null ? [] : fromSqlJson<readonly OptionTexts[]>(row["options"]),
  metafields:
    row["metafields"] == null ? [] : fromSqlJson<readonly MetafieldText[]>(row["metafields"]),
});

/**
 * The options with the values that variants have, in the order of the product; none for the default
 * option.
 */
export const soldOptions = (
  offered: readonly Option[],
  combinations: readonly (readonly string[])[],
): SearchDocument["options"] =>
  isDefault(offered)
    ? []
    : offered.map(({ name, values, swatches }, axis) => {
        const sold = new Set(combinations.flatMap((combination) => combination[axis] ?? []));
        return withSwatches({ name, values: values.filter((value) => sold.has(value)) }, swatches);
      });
