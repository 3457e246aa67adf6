import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Field, Info, ObjectType, Resolver, Root } from "type-graphql";
import type { ProductEdited } from "../../../../application/catalog/products/edit-product.js";
import type { FieldChange } from "../../../../domain/catalog/product-changes.js";
import type { Answered } from "../../carry-out.js";
import type { GraphqlContext } from "../../context.js";
import { FieldResolver } from "../../field-resolver.js";
import { Payload } from "../../payload.js";
import { requestedFields } from "../../requested-fields.js";
import { AdminProduct } from "../admin-types.js";
import { FieldChangeType } from "./field-change.js";
import { productFields } from "../fields-of.js";
import type { ProductSource } from "../product-fields.js";

@ObjectType({ simpleResolvers: true, description: "What became of a change of one product." })
export class ProductPayload extends Payload {
  @Field(() => AdminProduct, {
    nullable: true,
    description:
      "The product as it is now. Null when the change was refused, and for a product that was only to be tried.",
  })
  readonly product!: ProductSource | null;

  @Field(() => [FieldChangeType], {
    description: "What changed, or would have changed in a dry run.",
  })
  readonly changes!: readonly FieldChange[];
}

@Resolver(() => ProductPayload)
export class ProductPayloadResolver {
  @FieldResolver()
  product(
    @Root() { result }: Answered<ProductEdited>,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<ProductSource | null> | null {
    return (
      result && loaders.catalog.product(result.productId, productFields(requestedFields(info)))
    );
  }

  @FieldResolver()
  changes(@Root() { result }: Answered<ProductEdited>): readonly FieldChange[] {
    return result?.changes ?? [];
  }
}
