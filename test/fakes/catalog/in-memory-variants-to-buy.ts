import type {
  VariantsToBuy,
  VariantToBuy,
} from "../../../src/application/catalog/ports/variants-to-buy.js";
import { isDefault } from "../../../src/domain/catalog/options/option.js";
import { translatedValue } from "../../../src/domain/catalog/options/translated-option.js";
import { inMemoryPriceCandidates } from "../pricing/in-memory-price-candidates.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { inMemoryCatalogReads } from "./in-memory-catalog-reads.js";
import { availableUnitsOf } from "./in-memory-prices-and-stock.js";

const PRODUCT = new Set(["title", "slug", "options", "firstImage"] as const);
const VARIANT = new Set([
  "productId",
  "optionValues",
  "sku",
  "barcode",
  "mediaId",
  "taxable",
  "taxCode",
  "weightMilligrams",
  "requiresShipping",
  "tracked",
  "soldOutPolicy",
] as const);

export const inMemoryVariantsToBuy = (database: InMemoryDatabase): VariantsToBuy => ({
  byId: async (ids, { buyer, at, locale, locations }) => {
    const prices = await inMemoryPriceCandidates(database).ofVariants(ids, buyer, at);
    const reads = inMemoryCatalogReads(database);
    const audience = {
      sees: "visible",
      at,
      shoppingContext: {
        market: "",
        moment: at,
        currency: "EUR",
        priceLists: [],
        locale,
        salesChannel: "WEB",
      },
    } as const;
    const variants = await reads.variantsById(ids, audience, VARIANT);
    const products = new Map(
      (
        await reads.productsById(
          variants.flatMap(({ productId }) => productId ?? []),
          audience,
          PRODUCT,
        )
      ).map((product) => [product.id, product]),
    );
    return new Map(
      variants.map(({ optionValues = [], mediaId, priceAndStock: _, ...variant }) => {
        const product = variant.productId && products.get(variant.productId);
        const options = product?.options ?? [];
        return [
          variant.id,
          {
            ...variant,
            title: product?.title,
            slug: product?.slug,
            options: isDefault(options.map(({ stored, ...option }) => stored ?? option))
              ? []
              : options.map((option, index) => ({
                  name: option.name,
                  value: translatedValue(option, optionValues[index] ?? ""),
                })),
            imageId: mediaId ?? product?.firstImage?.id ?? null,
            available: availableUnitsOf(database, variant.id, at, locations),
            prices: prices.get(variant.id),
          } as VariantToBuy,
        ];
      }),
    );
  },
});
