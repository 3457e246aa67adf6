import { catalogContext } from "../../../application/catalog/catalog.js";
import { COLLECTION_ERROR_CODES } from "./error-codes/collection-error-codes.js";
import { PRODUCT_ERROR_CODES } from "./error-codes/product-error-codes.js";
import { VARIANT_ERROR_CODES } from "./error-codes/variant-error-codes.js";
import type { ContextApi } from "../nodes/context-api.js";
import { AdminCollection } from "./collections/admin-collection.js";
import { CollectionFieldsResolver } from "./collections/collection-fields-resolver.js";
import { collectionResolvers } from "./collections/collection-resolvers.js";
import { ShopCollection } from "./collections/shop-collection.js";
import { loadCollection } from "./collections/load-collection.js";
import { ProductHistoryResolver } from "./history/product-history-resolver.js";
import { productMediaMutations } from "./images/product-media-mutations.js";
import { productMediaResolver } from "./images/product-media-resolver.js";
import { metafieldReferenceResolver } from "./metafield-references/metafield-reference-resolver.js";
import { loadMetafieldDefinition } from "./metafields/load-metafield-definition.js";
import { AdminMetafield } from "./metafields/admin-metafield.js";
import { MetafieldFieldsResolver } from "./metafields/metafield-fields-resolver.js";
import { metafieldResolvers } from "./metafields/metafield-resolvers.js";
import { metafieldsResolver } from "./metafields/metafields-resolver.js";
import { ShopMetafield } from "./metafields/shop-metafield.js";
import { optionAvailabilityResolver } from "./option-availability/option-availability-resolver.js";
import { productOptionMutations } from "./options/product-option-mutations.js";
import { ProductOptionsResolver } from "./options/product-options-resolver.js";
import { SwatchResolver } from "./options/swatch-resolver.js";
import { productCreationMutations } from "./product-creation/product-creation-mutations.js";
import { AdminProduct } from "./products/admin-product.js";
import { loadProduct } from "./products/load-product.js";
import { ProductFieldsResolver } from "./products/product-fields-resolver.js";
import { productFields } from "./products/product-needs.js";
import { productResolvers } from "./products/product-resolvers.js";
import { ShopProduct } from "./products/shop-product.js";
import { translationResolvers } from "./translations/translation-resolvers.js";
import { AdminVariant } from "./variants/admin-variant.js";
import { ShopVariant } from "./variants/shop-variant.js";
import { variantById } from "./variants/variant-by-id.js";
import { VariantFieldsResolver } from "./variants/variant-fields-resolver.js";
import { variantResolvers } from "./variants/variant-resolvers.js";

export const catalogApi = {
  context: catalogContext,
  errorCodes: { ...PRODUCT_ERROR_CODES, ...VARIANT_ERROR_CODES, ...COLLECTION_ERROR_CODES },
  shared: [
    ProductFieldsResolver,
    ProductOptionsResolver,
    SwatchResolver,
    MetafieldFieldsResolver,
    VariantFieldsResolver,
    CollectionFieldsResolver,
  ],
  shop: [
    ...productResolvers.shop,
    ...variantResolvers.shop,
    productMediaResolver(ShopProduct, "All images, in the merchant's order."),
    metafieldsResolver(ShopProduct, ShopMetafield, "product"),
    metafieldsResolver(ShopVariant, ShopMetafield, "variant"),
    metafieldsResolver(ShopCollection, ShopMetafield, "collection"),
    metafieldReferenceResolver(
      ShopMetafield,
      [ShopProduct, ShopVariant, ShopCollection],
      "does not exist or is not shown in the shop",
    ),
    optionAvailabilityResolver(ShopProduct, ShopVariant),
    ...collectionResolvers.shop,
  ],
  admin: [
    ...productResolvers.admin,
    ...variantResolvers.admin,
    productMediaResolver(AdminProduct, "All images, in order."),
    metafieldsResolver(AdminProduct, AdminMetafield, "product"),
    metafieldsResolver(AdminVariant, AdminMetafield, "variant"),
    metafieldsResolver(AdminCollection, AdminMetafield, "collection"),
    metafieldReferenceResolver(
      AdminMetafield,
      [AdminProduct, AdminVariant, AdminCollection],
      "does not exist",
    ),
    optionAvailabilityResolver(AdminProduct, AdminVariant),
    ...collectionResolvers.admin,
    ProductHistoryResolver,
    productCreationMutations,
    productOptionMutations,
    productMediaMutations,
    ...metafieldResolvers,
    ...translationResolvers,
  ],
  nodes: {
    product: {
      typeName: "Product",
      answerFor: "everybody",
      operations: { shop: "catalog.shop.productsById", admin: "catalog.admin.productsById" },
      find: (id, requested, context) => loadProduct(context, id, productFields(requested)),
    },
    variant: {
      typeName: "Variant",
      answerFor: "everybody",
      operations: { shop: "catalog.shop.variantsById", admin: "catalog.admin.variantsById" },
      find: variantById,
    },
    collection: {
      typeName: "Collection",
      answerFor: "everybody",
      operations: { shop: "catalog.shop.collectionsById", admin: "catalog.admin.collectionsById" },
      find: (id, requested, context) => loadCollection(context, id, requested),
    },
    metafield: {
      typeName: "MetafieldDefinition",
      operations: { admin: "catalog.metafieldDefinitions.byId" },
      find: (id, requested, context) => loadMetafieldDefinition(context, id, requested),
    },
  },
} as const satisfies ContextApi<"product" | "variant" | "collection" | "metafield">;
