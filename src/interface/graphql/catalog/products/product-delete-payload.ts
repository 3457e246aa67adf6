import { Field, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { ProductDeleted } from "../../../../application/catalog/products/delete-product.js";
import type { BulkDone } from "../../../../application/shared/bulk.js";
import { shownItem, type ShownItem } from "../../bulk.js";
import type { Answered } from "../../carry-out.js";
import { FieldResolver } from "../../field-resolver.js";
import { Payload } from "../../payload.js";
import { UserError } from "../../user-errors.js";

@ObjectType({
  simpleResolvers: true,
  description: "What became of a product that was to be taken away.",
})
export class ProductDeletePayload extends Payload {
  @Field(() => ID, {
    nullable: true,
    description: "The product that is gone. Null when it was refused.",
  })
  readonly deletedProductId!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "What became of one of the products that were to be taken away.",
})
export class ProductDeleteResult {
  @Field(() => Int, { description: "The place of the item in the input, counted from 0." })
  readonly index!: number;

  @Field(() => ID, {
    nullable: true,
    description: "The product that is gone. Null when the item was refused.",
  })
  readonly deletedProductId!: string | null;

  @Field(() => [UserError], {
    description: "Why the product was left as it was, all reasons at once.",
  })
  readonly userErrors!: readonly object[];
}

@ObjectType({
  simpleResolvers: true,
  description: "What became of products that were to be taken away.",
})
export class ProductsDeletePayload extends Payload {
  @Field(() => [ProductDeleteResult], {
    description:
      "What became of each item, in the order of the input. Empty when nothing was changed because some were refused.",
  })
  readonly results!: readonly ProductDeleteResult[];
}

@Resolver(() => ProductDeletePayload)
class ProductDeletePayloadResolver {
  @FieldResolver()
  deletedProductId(@Root() { result }: Answered<ProductDeleted>): string | null {
    return result?.deletedProductId ?? null;
  }
}

@Resolver(() => ProductsDeletePayload)
class ProductsDeletePayloadResolver {
  @FieldResolver()
  results(
    @Root() { result }: Answered<BulkDone<ProductDeleted>>,
  ): readonly ShownItem<ProductDeleted>[] {
    return result?.items.map(shownItem) ?? [];
  }
}

@Resolver(() => ProductDeleteResult)
class ProductDeleteResultResolver {
  @FieldResolver()
  deletedProductId(@Root() { result }: ShownItem<ProductDeleted>): string | null {
    return result?.deletedProductId ?? null;
  }
}

/** What answers mutations that take products away. */
export const productDeletePayloads = [
  ProductDeletePayloadResolver,
  ProductsDeletePayloadResolver,
  ProductDeleteResultResolver,
] as const;
