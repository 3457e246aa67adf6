import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Field, Info, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { ProductEdited } from "../../../../application/catalog/products/edit-product.js";
import type { BulkDone } from "../../../../application/shared/bulk.js";
import type { Warning } from "../../../../application/shared/warning.js";
import type { FieldChange } from "../../../../domain/catalog/product-changes.js";
import { shownItem, type ShownItem } from "../../bulk.js";
import type { Answered } from "../../carry-out.js";
import type { GraphqlContext } from "../../context.js";
import { FieldResolver } from "../../field-resolver.js";
import { Payload, WarningType } from "../../payload.js";
import { requestedFields } from "../../requested-fields.js";
import { UserError } from "../../user-errors.js";
import { AdminProduct } from "../admin-types.js";
import { FieldChangeType } from "./field-change.js";
import { productFields } from "../fields-of.js";
import type { ProductSource } from "../product-fields.js";

@ObjectType({
  simpleResolvers: true,
  description: "What became of one item of a change of many products.",
})
export class ProductResult {
  @Field(() => Int, { description: "The place of the item in the input, counted from 0." })
  readonly index!: number;

  @Field(() => AdminProduct, {
    nullable: true,
    description:
      "The product as it is now. Null when the item was refused, and for a product that was only to be tried.",
  })
  readonly product!: ProductSource | null;

  @Field(() => [FieldChangeType], {
    description: "What changed, or would have changed in a dry run.",
  })
  readonly changes!: readonly FieldChange[];

  @Field(() => [UserError], {
    description: "Why the item was left as it was, all reasons at once.",
  })
  readonly userErrors!: readonly object[];

  @Field(() => [WarningType], {
    description: "What somebody should know although the item was changed.",
  })
  readonly warnings!: readonly Warning[];
}

@ObjectType({ simpleResolvers: true, description: "What became of a change of many products." })
export class ProductsPayload extends Payload {
  @Field(() => [ProductResult], {
    description:
      "What became of each item, in the order of the input. Empty when nothing was changed because some were refused.",
  })
  readonly results!: readonly ProductResult[];
}

@Resolver(() => ProductsPayload)
export class ProductsPayloadResolver {
  @FieldResolver()
  results(
    @Root() { result }: Answered<BulkDone<ProductEdited>>,
  ): readonly ShownItem<ProductEdited>[] {
    return result?.items.map(shownItem) ?? [];
  }
}

@Resolver(() => ProductResult)
export class ProductResultResolver {
  @FieldResolver()
  product(
    @Root() { result }: ShownItem<ProductEdited>,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<ProductSource | null> | null {
    return (
      result && loaders.catalog.product(result.productId, productFields(requestedFields(info)))
    );
  }

  @FieldResolver()
  changes(@Root() { result }: ShownItem<ProductEdited>): readonly FieldChange[] {
    return result?.changes ?? [];
  }
}

/** What answers mutations of many products. */
export const productsPayload = [ProductsPayloadResolver, ProductResultResolver] as const;
