import { Field, Int, ObjectType } from "type-graphql";
import type { ProductStatus } from "../../../../domain/catalog/products/product-content.js";
import type { Publication } from "../../../../domain/catalog/publication.js";
import { connectionOf } from "../../paging/connection-of.js";
import { PublicationType } from "../publication/publication-type.js";
import { ProductFields } from "./product-fields.js";
import { ProductStatuses } from "./product-statuses.js";

@ObjectType("Product", {
  simpleResolvers: true,
  description: "A product with its texts, images and variants.",
})
export class AdminProduct extends ProductFields {
  @Field(() => ProductStatuses, { description: "The lifecycle status." })
  readonly status!: ProductStatus;

  @Field(() => PublicationType, {
    nullable: true,
    description:
      "When the product is published. The shop shows it only if its status is also ACTIVE. Null when it is not published.",
  })
  readonly publication!: Publication | null;

  @Field(() => Int, {
    description:
      "Increases with each change. Send it as `expectedVersion` to refuse a change to anything newer.",
  })
  readonly version!: number;

  @Field(() => [String], {
    description:
      "Former slugs, oldest first. `product(by: { slug })` still finds the product by them.",
  })
  readonly oldSlugs!: readonly string[];
}

export const { Connection: AdminProductConnection, Edge: AdminProductEdge } = connectionOf(
  "Product",
  "products",
  () => AdminProduct,
);
