import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Field, Info, ObjectType, Resolver, Root } from "type-graphql";
import type { ProductEdited } from "../../../../application/catalog/product-edit/edit-product.js";
import type { FieldChange } from "../../../../domain/catalog/products/field-change.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { requestedFields } from "../../execution/requested-fields.js";
import { Payload } from "../../mutation/payload.js";
import type { MutationResult } from "../../mutation/run-mutation.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { AdminProduct } from "./admin-product.js";
import { FieldChangeType } from "./field-change-type.js";
import { loadProduct } from "./load-product.js";
import type { ProductSource } from "./product-fields.js";
import { productFields } from "./product-needs.js";

@ObjectType({ simpleResolvers: true, description: "Result of a change to one product." })
export class ProductPayload extends Payload {
  @Field(() => AdminProduct, {
    nullable: true,
    description:
      "The product after the change. Null when the change was refused, and for a dry run of a creation.",
  })
  readonly product!: ProductSource | null;

  @Cost({ own: 5, items: 5 })
  @Field(() => [FieldChangeType], {
    description: "What changed, or would change in a dry run.",
  })
  readonly changes!: readonly FieldChange[];
}

@Resolver(() => ProductPayload)
export class ProductPayloadResolver {
  @FieldResolver()
  product(
    @Root() { result }: MutationResult<ProductEdited>,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<ProductSource | null> | null {
    return result && loadProduct(context, result.productId, productFields(requestedFields(info)));
  }

  @FieldResolver()
  changes(@Root() { result }: MutationResult<ProductEdited>): readonly FieldChange[] {
    return result?.changes ?? [];
  }
}
