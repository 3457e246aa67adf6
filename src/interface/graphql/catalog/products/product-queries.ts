import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, type ClassType, Ctx, Info, Query, Resolver } from "type-graphql";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { requestedFields } from "../../execution/requested-fields.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { PageArgs } from "../../paging/page-args.js";
import type { Api } from "../../schema/api.js";
import { AnswerFor } from "../../schema/answer-for.js";
import { Operation } from "../../schema/operation.js";
import type { AdminProductFilterInput } from "./admin-product-filter-input.js";
import { listProducts } from "./list-products.js";
import { productBy } from "./load-product.js";
import { ProductBy } from "./product-by.js";
import type { ProductSource } from "./product-fields.js";
import { ProductSortInput } from "./product-sort-input.js";

interface Classes {
  readonly Product: ClassType;
  readonly ProductConnection: ClassType;
  readonly ProductFilter: ClassType<AdminProductFilterInput>;
}

interface Descriptions {
  readonly product: string;
  readonly products: string;
}

/** The queries of one API that find products. */
export const productQueries = (
  api: Api,
  { Product, ProductConnection, ProductFilter }: Classes,
  descriptions: Descriptions,
): ClassType => {
  @Resolver()
  class ProductQueries {
    @AnswerFor("everybody")
    @Operation(`catalog.${api}.productsById`, `catalog.${api}.productsBySlug`)
    @Query(() => Product, { nullable: true, description: descriptions.product })
    product(
      @Arg("by", () => ProductBy, { description: "The product." }) by: ProductBy,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<ProductSource | null> {
      return productBy(by, requestedFields(info), context);
    }

    @AnswerFor("everybody")
    @Operation(`catalog.${api}.products`, `catalog.${api}.countProducts`)
    @Query(() => ProductConnection, { description: descriptions.products })
    products(
      @Args(() => PageArgs, { validate: false }) page: PageArgs,
      @Arg("filter", () => ProductFilter, {
        nullable: true,
        description: "Filters the products. Default: all.",
      })
      filter: AdminProductFilterInput | null,
      @Arg("sort", () => ProductSortInput, {
        nullable: true,
        validate: false,
        description:
          "Sort order. Default: the `sortOrder` of the collection in the filter, otherwise CREATED.",
      })
      sort: ProductSortInput | null,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<ConnectionSource<ProductSource>> {
      return listProducts(page, filter ?? {}, sort, info, context);
    }
  }
  return ProductQueries;
};
