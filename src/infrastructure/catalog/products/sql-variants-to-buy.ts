import type { ProductView } from "../../../application/catalog/ports/product-view.js";
import type {
  VariantsToBuy,
  VariantToBuy,
} from "../../../application/catalog/ports/variants-to-buy.js";
import type { MediaId, ProductId, VariantId } from "../../../domain/catalog/ids.js";
import { isDefault } from "../../../domain/catalog/options/option.js";
import { translatedValue } from "../../../domain/catalog/options/translated-option.js";
import { id } from "../../../domain/shared/id.js";
import type { Variant } from "../../../domain/catalog/variants/variant.js";
import { selectPriceCandidates } from "../../pricing/pricing.js";
import { allOf } from "../../shared/database/condition.js";
import { groupRows } from "../../shared/database/group-rows.js";
import { enumField, type FieldSources } from "../../shared/database/field-sources.js";
import { select } from "../../shared/database/selection.js";
import { placeholders, type Row, type RowSource } from "../../shared/database/sql-session.js";
import { toText } from "../../shared/database/cell.js";
import { visibility } from "../columns/visibility.js";
import { translatedFields } from "../translations/translated-fields.js";
import { PRODUCT_TABLE } from "./product-table.js";
import { selectPriceAndStock } from "./select-price-and-stock.js";
import { VARIANT_TABLE } from "./variant-table.js";

type VariantPart = Pick<Variant, "id" | (typeof VARIANT_PARTS)[number]>;
type ProductPart = Pick<ProductView, "id" | (typeof PRODUCT_PARTS)[number]>;

const VARIANT_PARTS = [
  "optionValues",
  "sku",
  "barcode",
  "tracked",
  "soldOutPolicy",
  "weightMilligrams",
  "requiresShipping",
  "taxable",
  "taxCode",
  "mediaId",
] as const;
const PRODUCT_PARTS = ["title", "slug", "options"] as const;

const PRODUCT_SOURCES: FieldSources<ProductPart> = PRODUCT_TABLE.sources("p");
const VARIANTS = select<Variant>(VARIANT_TABLE.sources("v"), "v.id", new Set(VARIANT_PARTS));
const PRODUCT_ID = enumField<ProductId>("v.product_id");
const AVAILABLE = new Set(["available"] as const);

export const sqlVariantsToBuy = (source: RowSource): VariantsToBuy => ({
  byId: async (ids, { buyer, at, locale, locations }) => {
    const products = select(
      translatedFields<ProductPart>(PRODUCT_SOURCES, locale),
      "p.id",
      new Set(PRODUCT_PARTS),
    );
    const [, ...productColumns] = products.columns;
    const { sql, values } = allOf(visibility({ sees: "visible", at }, "l"));
    const stock = selectPriceAndStock({ fields: AVAILABLE, locations: locations ?? undefined }, at);
    const prices = selectPriceCandidates(buyer);
    const columns = [
      ...VARIANTS.columns,
      ...PRODUCT_ID.columns,
      ...productColumns,
      "l.image_id AS first_image_id",
      ...stock.columns,
      prices.columns,
    ];
    const rows = await source.query(
      `SELECT ${columns.join(", ")} FROM catalog_variant v JOIN catalog_listing l ON l.product_id = v.product_id JOIN catalog_product p ON p.id = v.product_id${prices.joins} WHERE v.id IN (${placeholders(ids)}) AND ${sql}`,
      [...stock.values, ...prices.values, ...ids, ...values],
    );
    return new Map(
      [...groupRows(rows, "id")].map(([variant, own]) => {
        const [row = {}] = own;
        const found = toVariant(row, products.read, stock.read(row).available ?? null);
        return [id<VariantId>(variant), { ...found, prices: prices.read(own, at) }];
      }),
    );
  },
});

const toVariant = (
  row: Row,
  readProduct: (row: Row) => Partial<ProductPart>,
  available: number | null,
): Omit<VariantToBuy, "prices"> => {
  const { optionValues, mediaId, ...variant } = VARIANTS.read(row) as VariantPart;
  const { title, slug, options } = readProduct(row) as ProductPart;
  return {
    ...variant,
    productId: PRODUCT_ID.read(row),
    title,
    slug,
    options: isDefault(options.map(({ stored, ...option }) => stored ?? option))
      ? []
      : options.map((option, index) => ({
          name: option.name,
          value: translatedValue(option, optionValues[index] ?? ""),
        })),
    imageId: mediaId ?? (toText(row["first_image_id"]) as MediaId | null),
    available,
  };
};
