import { ObjectType } from "type-graphql";
import { connectionOf } from "../../paging/connection-of.js";
import { ProductFields } from "./product-fields.js";

@ObjectType("Product", {
  simpleResolvers: true,
  description: "A product with its texts, images and variants.",
})
export class ShopProduct extends ProductFields {}

export const { Connection: ShopProductConnection, Edge: ShopProductEdge } = connectionOf(
  "Product",
  "products",
  () => ShopProduct,
);
