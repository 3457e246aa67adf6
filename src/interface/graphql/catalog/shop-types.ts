import { Field, ObjectType } from "type-graphql";
import { connectionOf, type ConnectionSource } from "../connection.js";
import { CollectionFields, type CollectionSource } from "./collection-fields.js";
import { MediaConnection, type MediaSource } from "./media-type.js";
import { ProductFields, type ProductSource } from "./product-fields.js";
import type { VariantSource } from "./shown-variants.js";
import { VariantFields } from "./variant-fields.js";

@ObjectType("Product", {
  simpleResolvers: true,
  description: "What is described and, in its variants, sold.",
})
export class ShopProduct extends ProductFields {
  @Field(() => ShopVariantConnection, {
    description:
      "What can be bought: one variant for each combination of options, in the merchant's order.",
  })
  readonly variants!: ConnectionSource<VariantSource>;

  @Field(() => MediaConnection, { description: "All images, in the merchant's order." })
  readonly media!: ConnectionSource<MediaSource>;

  @Field(() => ShopCollectionConnection, {
    description: "The collections that the product stands in, by title.",
  })
  readonly collections!: ConnectionSource<CollectionSource>;
}

@ObjectType("Variant", {
  simpleResolvers: true,
  description: "One combination of option values of a product: what goes into the cart.",
})
export class ShopVariant extends VariantFields {
  @Field(() => ShopProduct, {
    nullable: true,
    description: "The product that this is a variant of. Null once the shop no longer shows it.",
  })
  readonly product!: ProductSource | null;
}

@ObjectType("Collection", {
  simpleResolvers: true,
  description: "A group of products, chosen by hand or by rules. It may stand below another one.",
})
export class ShopCollection extends CollectionFields {
  @Field(() => ShopProductConnection, {
    description:
      "The products of the collection, in its `sortOrder`. To filter and sort them, ask `products(filter: { collection })`.",
  })
  readonly products!: ConnectionSource<ProductSource>;
}

export const { Connection: ShopProductConnection } = connectionOf(
  "Product",
  "products",
  () => ShopProduct,
);
export const { Connection: ShopVariantConnection } = connectionOf(
  "Variant",
  "variants",
  () => ShopVariant,
);
export const { Connection: ShopCollectionConnection } = connectionOf(
  "Collection",
  "collections",
  () => ShopCollection,
);
