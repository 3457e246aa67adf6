import { priceListOf } from "../../../application/shared/shopping-context.js";
import type { Audience } from "../../../application/catalog/ports/audience.js";
import type { ProductView } from "../../../application/catalog/ports/product-view.js";
import type { MoneyRange } from "../../../domain/listing/listing.js";
import { Money } from "../../../domain/shared/money.js";
import { toNumber } from "../../shared/database/cell.js";
import {
  flagField,
  type FieldSource,
  type FieldSources,
} from "../../shared/database/field-sources.js";
import { imageField } from "../columns/image-columns.js";
import { translatedFields } from "../translations/translated-fields.js";
import { translationsField } from "../translations/translation-rows.js";
import { toOptionAvailability } from "./option-availability-rows.js";
import { PRODUCT_TABLE } from "./product-table.js";

const rangeField = (
  table: "l" | "r",
  figure: "price" | "compare_at",
): FieldSource<MoneyRange | null> => ({
  columns: [`${table}.currency`, `${table}.min_${figure}`, `${table}.max_${figure}`],
  read: (row) => {
    const [min, max] = [toNumber(row[`min_${figure}`]), toNumber(row[`max_${figure}`])];
    return min === null || max === null
      ? null
      : {
          min: Money.of(min, String(row["currency"])),
          max: Money.of(max, String(row["currency"])),
        };
  },
});

const optionAvailabilityField = (
  available: string,
): FieldSource<ProductView["optionAvailability"]> => ({
  columns: ["p.options", "o.variant_ids", "o.value_places", `${available} AS choice_available`],
  read: toOptionAvailability,
});

const { status, publication, createdAt, updatedAt } = PRODUCT_TABLE.sources("l");
/** What the listing has too. */
const LISTED = { status, publication, createdAt, updatedAt };

/**
 * `l` is the listing, `p` the product, `o` its option availability. What the listing has is read
 * from it, so that many lists need no join.
 */
const PRODUCT_FIELDS: FieldSources<ProductView> = {
  ...PRODUCT_TABLE.sources("p"),
  ...LISTED,
  translations: translationsField("p"),
  priceRange: rangeField("l", "price"),
  compareAtRange: rangeField("l", "compare_at"),
  available: flagField("l.available"),
  onSale: flagField("l.on_sale"),
  firstImage: imageField("l"),
  optionAvailability: optionAvailabilityField("o.available"),
  // A list with conditions on variants reads it afterwards, for the products of its page.
  matchingVariant: { columns: [], read: () => null },
};

/** The same in a market with a price list: `r` is the price range of the product in that list. */
const PRODUCT_FIELDS_AT_LIST_PRICES: FieldSources<ProductView> = {
  ...PRODUCT_FIELDS,
  priceRange: rangeField("r", "price"),
  compareAtRange: rangeField("r", "compare_at"),
  available: flagField("r.available"),
  onSale: flagField("r.on_sale"),
  optionAvailability: optionAvailabilityField(
    "CASE WHEN r.product_id IS NOT NULL THEN COALESCE(r.sellable, o.available) END",
  ),
};

/** The fields of a product, with the prices and in the language of the audience. */
export const productFields = ({
  shoppingContext,
}: Pick<Audience, "shoppingContext">): FieldSources<ProductView> =>
  translatedFields(
    priceListOf(shoppingContext) ? PRODUCT_FIELDS_AT_LIST_PRICES : PRODUCT_FIELDS,
    shoppingContext?.locale,
  );
