import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver } from "type-graphql";
import type { VariantFilter } from "../../../../application/catalog/ports.js";
import { mapPage, pageRequest } from "../../../../application/shared/page.js";
import { connectionSource, EMPTY_PAGE, PageArgs, type ConnectionSource } from "../../connection.js";
import type { GraphqlContext } from "../../context.js";
import { Operation } from "../../operation.js";
import { requestedFields } from "../../requested-fields.js";
import { VariantFilterInput } from "../admin-filters.js";
import { AdminVariantConnection } from "../admin-types.js";
import { nodesOf, variantFields, wantsPage } from "../fields-of.js";
import { idOf } from "../lookups.js";
import { shownVariants, type VariantSource } from "../shown-variants.js";

@Resolver()
export class VariantListResolver {
  @Operation("catalog.variants.page", "catalog.variants.count")
  @Query(() => AdminVariantConnection, {
    description:
      "The variants of all products as one list, in the order in which they were added: for stock takes and price lists.",
  })
  async variants(
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Arg("filter", () => VariantFilterInput, {
      nullable: true,
      description: "Which variants to list. All of them when not given.",
    })
    filter: VariantFilterInput | null,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app, viewer, loaders }: GraphqlContext,
  ): Promise<ConnectionSource<VariantSource>> {
    const [request, requested, conditions] = [
      pageRequest(args),
      requestedFields(info),
      variantFilter(filter ?? {}),
    ];
    const fields = nodesOf(requested);
    const page = wantsPage(requested)
      ? await app.catalog.variants.page(
          { filter: conditions, page: request, fields: variantFields(fields) },
          viewer,
        )
      : EMPTY_PAGE;
    const variants = await shownVariants(
      page.items.map(({ item }) => item),
      fields,
      loaders.catalog,
    );
    return connectionSource(
      mapPage(page, (_, at) => variants[at]),
      () => app.catalog.variants.count(conditions, viewer),
    );
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
