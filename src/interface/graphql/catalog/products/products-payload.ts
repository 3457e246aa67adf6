import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Field, Info, ObjectType, Resolver, Root } from "type-graphql";
import type { ProductEdited } from "../../../../application/catalog/product-edit/edit-product.js";
import type { BulkOutcome } from "../../../../application/shared/bulk.js";
import type { FieldChange } from "../../../../domain/catalog/products/field-change.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { requestedFields } from "../../execution/requested-fields.js";
import { ChangedItemResult } from "../../mutation/changed-item-result.js";
import { Payload } from "../../mutation/payload.js";
import { type ItemView, presentItem } from "../../mutation/present-item.js";
import type { MutationResult } from "../../mutation/run-mutation.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { AdminProduct } from "./admin-product.js";
import { FieldChangeType } from "./field-change-type.js";
import { loadProduct } from "./load-product.js";
import type { ProductSource } from "./product-fields.js";
import { productFields } from "./product-needs.js";

@ObjectType({
  simpleResolvers: true,
  description: "Result of one item of a bulk change.",
})
class ProductResult extends ChangedItemResult {
  @Field(() => AdminProduct, {
    nullable: true,
    description:
      "The product after the change. Null when the item was refused, and for a dry run of a creation.",
  })
  readonly product!: ProductSource | null;

  @Cost({ own: 5, items: 5 })
  @Field(() => [FieldChangeType], {
    description: "What changed, or would change in a dry run.",
  })
  readonly changes!: readonly FieldChange[];
}

@ObjectType({ simpleResolvers: true, description: "Result of a change to several products." })
export class ProductsPayload extends Payload {
  @Field(() => [ProductResult], {
    description:
      "Result of each item, in the order of the input. Empty when nothing was changed because some items were refused.",
  })
  readonly results!: readonly ProductResult[];
}

@Resolver(() => ProductsPayload)
class ProductsPayloadResolver {
  @FieldResolver()
  results(
    @Root() { result }: MutationResult<BulkOutcome<ProductEdited>>,
    @Ctx() context: GraphqlContext,
  ): readonly ItemView<ProductEdited>[] {
    return result?.items.map((item) => presentItem(item, context)) ?? [];
  }
}

@Resolver(() => ProductResult)
class ProductResultResolver {
  @FieldResolver()
  product(
    @Root() { result }: ItemView<ProductEdited>,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<ProductSource | null> | null {
    return result && loadProduct(context, result.productId, productFields(requestedFields(info)));
  }

  @FieldResolver()
  changes(@Root() { result }: ItemView<ProductEdited>): readonly FieldChange[] {
    return result?.changes ?? [];
  }
}

export const productsPayloadResolvers = [ProductsPayloadResolver, ProductResultResolver] as const;
