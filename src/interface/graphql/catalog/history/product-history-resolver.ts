import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Query, Resolver, Root } from "type-graphql";
import type { ProductRevision } from "../../../../application/catalog/ports/catalog-stores.js";
import type { PageArguments } from "../../../../application/shared/page.js";
import type { ProductId } from "../../../../domain/catalog/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { PageArgs } from "../../paging/page-args.js";
import { presentParts } from "../../paging/present-parts.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { idOf } from "../../schema/id-of.js";
import { Operation } from "../../schema/operation.js";
import { AdminProduct } from "../products/admin-product.js";
import type { ProductSource } from "../products/product-fields.js";
import { ProductRevisionConnection } from "./product-revision-type.js";

/** Who changed what of a product. */
@Resolver(() => AdminProduct)
export class ProductHistoryResolver {
  @Operation("catalog.history.ofProducts", "catalog.history.count")
  @Query(() => ProductRevisionConnection, {
    description:
      "Changes of a product, newest first. Also available after the product was deleted.",
  })
  productHistory(
    @Arg("productId", () => ID, { description: "The id of the product." }) productId: string,
    @Args(() => PageArgs, { validate: false }) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<ConnectionSource<ProductRevision>> {
    return historyOf(idOf("product", productId), page, info, context);
  }

  @FieldResolver(() => ProductRevisionConnection, {
    description: "Changes of the product, newest first.",
  })
  history(
    @Root() { id }: ProductSource,
    @Args(() => PageArgs, { validate: false }) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<ConnectionSource<ProductRevision>> {
    return historyOf(id, page, info, context);
  }
}

const historyOf = (
  id: ProductId,
  args: PageArguments,
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<ConnectionSource<ProductRevision>> => {
  const { ofProducts, count } = context.app.catalog.history;
  return presentParts(id, args, info, context, {
    name: "history",
    fields: () => ALL_FIELDS,
    read: ({ ids, page }) => ofProducts({ ids, page }, context.viewer),
    count: (ids: readonly ProductId[]) => count(ids, context.viewer),
  });
};

const ALL_FIELDS: ReadonlySet<string> = new Set();
