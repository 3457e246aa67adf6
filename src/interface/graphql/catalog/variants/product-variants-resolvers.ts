import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, type ClassType, Ctx, Info, Resolver, Root } from "type-graphql";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { requestedFields } from "../../execution/requested-fields.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { PageArgs } from "../../paging/page-args.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { loadProduct } from "../products/load-product.js";
import type { ProductSource } from "../products/product-fields.js";
import { productFields } from "../products/product-needs.js";
import type { VariantSource } from "./present-variants.js";
import { ProductVariantFilterInput } from "./product-variant-filter-input.js";
import { productVariants } from "./product-variants.js";

interface Classes {
  readonly Product: ClassType;
  readonly Variant: ClassType;
  readonly VariantConnection: ClassType;
}

/** The fields that connect the products and variants of one API. */
export const productVariantsResolvers = (
  { Product, Variant, VariantConnection }: Classes,
  description: string,
): readonly ClassType[] => {
  @Resolver(() => Product)
  class ProductVariantsResolver {
    @FieldResolver(() => VariantConnection, { description })
    variants(
      @Root() product: ProductSource,
      @Args(() => PageArgs, { validate: false }) page: PageArgs,
      @Arg("filter", () => ProductVariantFilterInput, {
        nullable: true,
        description: "Filters the variants. Default: all.",
      })
      filter: ProductVariantFilterInput | null,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<ConnectionSource<VariantSource>> {
      return productVariants(product, page, filter, info, context);
    }
  }

  @Resolver(() => Variant)
  class VariantProductResolver {
    @FieldResolver()
    async product(
      @Root() { productId }: VariantSource,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<ProductSource | null> {
      return productId
        ? loadProduct(context, productId, productFields(requestedFields(info)))
        : null;
    }
  }
  return [ProductVariantsResolver, VariantProductResolver];
};
