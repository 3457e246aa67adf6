import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Info, Resolver, Root } from "type-graphql";
import type { Media } from "../../../../domain/catalog/images/media.js";
import { plainText } from "../../../../domain/shared/plain-text.js";
import { requestedFields } from "../../execution/requested-fields.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { presentPriceRange } from "../../money/money-presenter.js";
import type { PriceRange } from "../../money/money-type.js";
import type { TaxedPriceRangeType } from "../../pricing/taxed-prices/taxed-price-type.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { loadTaxedPriceRange } from "./load-taxed-price-range.js";
import { ProductFields, type ProductSource } from "./product-fields.js";

@Resolver(() => ProductFields)
export class ProductFieldsResolver {
  @FieldResolver()
  description(@Root() { descriptionHtml = "" }: ProductSource): string {
    return plainText(descriptionHtml);
  }

  @FieldResolver()
  featuredImage(@Root() { firstImage = null }: ProductSource): Media | null {
    return firstImage;
  }

  @FieldResolver()
  priceRange(
    @Root() { priceRange }: ProductSource,
    @Info() info: GraphQLResolveInfo,
  ): PriceRange | null {
    return priceRange ? presentPriceRange(priceRange, requestedFields(info)) : null;
  }

  @FieldResolver()
  compareAtPriceRange(
    @Root() { compareAtRange }: ProductSource,
    @Info() info: GraphQLResolveInfo,
  ): PriceRange | null {
    return compareAtRange ? presentPriceRange(compareAtRange, requestedFields(info)) : null;
  }

  @FieldResolver()
  async taxedPriceRange(
    @Root() product: ProductSource,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<TaxedPriceRangeType | null> {
    const range = await loadTaxedPriceRange(product, context);
    const requested = requestedFields(info);
    return (
      range && {
        gross: presentPriceRange(range.gross, requested.get("gross")),
        net: presentPriceRange(range.net, requested.get("net")),
      }
    );
  }

  @FieldResolver()
  publishedAt(@Root() { publication }: ProductSource): Date | null {
    return publication?.from ?? null;
  }
}
