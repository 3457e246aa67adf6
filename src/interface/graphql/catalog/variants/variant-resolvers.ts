import { AdminProduct, AdminProductEdge } from "../products/admin-product.js";
import { ShopProduct, ShopProductEdge } from "../products/shop-product.js";
import { AdminVariant, AdminVariantConnection } from "./admin-variant.js";
import { matchingVariantResolver } from "./matching-variant-resolver.js";
import { productVariantMutations } from "./product-variant-mutations.js";
import { productVariantsResolvers } from "./product-variants-resolvers.js";
import { ShopVariant, ShopVariantConnection } from "./shop-variant.js";
import { VariantQueries } from "./variant-queries.js";
import { variantsMutations } from "./variants-mutations.js";
import { variantsPayloadResolvers } from "./variants-payload.js";

const shop = [
  ...productVariantsResolvers(
    { Product: ShopProduct, Variant: ShopVariant, VariantConnection: ShopVariantConnection },
    "The variants, one for each combination of option values, in the merchant's order.",
  ),
  matchingVariantResolver(ShopProductEdge, ShopVariant),
];

const admin = [
  ...productVariantsResolvers(
    { Product: AdminProduct, Variant: AdminVariant, VariantConnection: AdminVariantConnection },
    "The variants, one for each combination of option values, in order.",
  ),
  matchingVariantResolver(AdminProductEdge, AdminVariant),
  VariantQueries,
  productVariantMutations,
  variantsMutations,
  ...variantsPayloadResolvers,
];

/** The resolvers of variants in each API. */
export const variantResolvers = { shop, admin } as const;
