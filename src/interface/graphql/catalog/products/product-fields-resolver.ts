import type { GraphQLResolveInfo } from "graphql";
import { Info, Resolver, Root } from "type-graphql";
import type { Media } from "../../../../domain/catalog/images/media.js";
import { plainText } from "../../../../domain/shared/plain-text.js";
import { requestedFields } from "../../execution/requested-fields.js";
import { moneyPresenter } from "../../money/money-presenter.js";
import type { PriceRange } from "../../money/money-type.js";
import { FieldResolver } from "../../schema/field-resolver.js";
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
    if (!priceRange) return null;
    const requested = requestedFields(info);
    return {
      min: moneyPresenter(requested.get("min"))(priceRange.min),
      max: moneyPresenter(requested.get("max"))(priceRange.max),
    };
  }

  @FieldResolver()
  publishedAt(@Root() { publication }: ProductSource): Date | null {
    return publication?.from ?? null;
  }
}
