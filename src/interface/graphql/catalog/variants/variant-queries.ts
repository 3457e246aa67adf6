import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver } from "type-graphql";
import type { VariantFilter } from "../../../../application/catalog/ports/product-list.js";
import { pageRequest } from "../../../../application/shared/page.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { PageArgs } from "../../paging/page-args.js";
import { presentConnection } from "../../paging/present-connection.js";
import { idOf } from "../../schema/id-of.js";
import { Operation } from "../../schema/operation.js";
import { AdminVariantConnection } from "./admin-variant.js";
import { presentPage } from "./present-page.js";
import type { VariantSource } from "./present-variants.js";
import { VariantFilterInput } from "./variant-filter-input.js";
import { variantFields } from "./variant-needs.js";

@Resolver()
export class VariantQueries {
  @Operation("catalog.variants.page", "catalog.variants.count")
  @Query(() => AdminVariantConnection, {
    description:
      "The variants of all products, in order of creation: for stock takes and price lists.",
  })
  async variants(
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Arg("filter", () => VariantFilterInput, {
      nullable: true,
      description: "Filters the variants. Default: all.",
    })
    filter: VariantFilterInput | null,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<ConnectionSource<VariantSource>> {
    const { page: read, count } = context.app.catalog.variants;
    const page = pageRequest(args);
    const conditions = variantFilter(filter ?? {});
    return presentConnection(info, context.batch, {
      read: async (nodes) => {
        const list = { filter: conditions, page, fields: variantFields(nodes) };
        return presentPage(await read(list, context.viewer), nodes, context);
      },
      count: () => count(conditions, context.viewer),
    });
  }
}

const variantFilter = ({
  productId,
  vendors,
  sku,
  barcode,
  tracked,
  text,
}: VariantFilterInput): VariantFilter => ({
  ...(productId != null && { product: idOf("product", productId) }),
  ...(vendors && { vendors }),
  ...(sku != null && { sku }),
  ...(barcode != null && { barcode }),
  ...(tracked != null && { tracked }),
  ...(text != null && { text }),
});
