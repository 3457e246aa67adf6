import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../../paging/connection-of.js";
import type { ProductSource } from "../products/product-fields.js";
import { ShopProduct } from "../products/shop-product.js";
import { VariantFields } from "./variant-fields.js";

@ObjectType("Variant", {
  simpleResolvers: true,
  description:
    "A variant of a product: one combination of option values. This is what goes into the cart.",
})
export class ShopVariant extends VariantFields {
  @Field(() => ShopProduct, {
    nullable: true,
    description: "The product. Null when the shop no longer shows it.",
  })
  readonly product!: ProductSource | null;
}

export const { Connection: ShopVariantConnection } = connectionOf(
  "Variant",
  "variants",
  () => ShopVariant,
);
