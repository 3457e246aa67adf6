import { Ctx, Field, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { ProductDeleted } from "../../../../application/catalog/products/product-delete.js";
import type { BulkOutcome } from "../../../../application/shared/bulk.js";
import { UserError } from "../../errors/user-error.js";
import { deletePayload } from "../../mutation/delete-payload.js";
import { ItemResult } from "../../mutation/item-result.js";
import { Payload } from "../../mutation/payload.js";
import { type ItemView, presentItem } from "../../mutation/present-item.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { MutationResult } from "../../mutation/run-mutation.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";

const { DeletePayload, DeletePayloadResolver } = deletePayload(
  "ProductDeletePayload",
  "deletedProductId",
  {
    payload: "Result of deleting a product.",
    id: "The id that was deleted. Null when the deletion was refused.",
  },
);
export const ProductDeletePayload = DeletePayload;

@ObjectType({
  simpleResolvers: true,
  description: "Result of deleting one of several products.",
})
class ProductDeleteResult extends ItemResult {
  @Field(() => ID, {
    nullable: true,
    description: "The id that was deleted. Null when the item was refused.",
  })
  readonly deletedProductId!: string | null;

  @Cost({ items: 1 })
  @Field(() => [UserError], {
    description: "Why the product was not deleted: all reasons at once.",
  })
  readonly userErrors!: readonly object[];
}

@ObjectType({
  simpleResolvers: true,
  description: "Result of deleting several products.",
})
export class ProductsDeletePayload extends Payload {
  @Field(() => [ProductDeleteResult], {
    description:
      "Result of each item, in the order of the input. Empty when nothing was changed because some items were refused.",
  })
  readonly results!: readonly ProductDeleteResult[];
}

@Resolver(() => ProductsDeletePayload)
class ProductsDeletePayloadResolver {
  @FieldResolver()
  results(
    @Root() { result }: MutationResult<BulkOutcome<ProductDeleted>>,
    @Ctx() context: GraphqlContext,
  ): readonly ItemView<ProductDeleted>[] {
    return result?.items.map((item) => presentItem(item, context)) ?? [];
  }
}

@Resolver(() => ProductDeleteResult)
class ProductDeleteResultResolver {
  @FieldResolver()
  deletedProductId(@Root() { result }: ItemView<ProductDeleted>): string | null {
    return result?.deletedProductId ?? null;
  }
}

export const productDeletePayloadResolvers = [
  DeletePayloadResolver,
  ProductsDeletePayloadResolver,
  ProductDeleteResultResolver,
] as const;
