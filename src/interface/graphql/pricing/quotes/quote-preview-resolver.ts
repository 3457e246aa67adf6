import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Query, Resolver, Root } from "type-graphql";
import { withPathAsync } from "../../../../domain/shared/domain-error.js";
import type { VariantSource } from "../../catalog/variants/present-variants.js";
import { variantById } from "../../catalog/variants/variant-by-id.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { requestedFields } from "../../execution/requested-fields.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { Operation } from "../../schema/operation.js";
import { presentQuotePreview, type QuotePreviewSource } from "./present-quote-preview.js";
import type { QuoteLineSource } from "./present-quote.js";
import { QuoteLineType } from "./quote-line-type.js";
import { QuotePreviewInput } from "./quote-preview-input.js";
import { QuotePreviewType } from "./quote-preview-type.js";

@Resolver(() => QuoteLineType)
export class QuotePreviewResolver {
  @Operation("pricing.quotePreview")
  @Cost({ own: 5 })
  @Query(() => QuotePreviewType, {
    description:
      "What a cart would cost, and why: prices, discounts, delivery, fees, taxes and roundings. Nothing is stored.",
  })
  quotePreview(
    @Arg("input", () => QuotePreviewInput, { description: "The cart, the market and the buyer." })
    input: QuotePreviewInput,
    @Ctx() { app, viewer }: GraphqlContext,
  ): Promise<QuotePreviewSource> {
    return withPathAsync(
      (path) => ["input", ...path],
      async () => presentQuotePreview(await app.pricing.quotePreview(input, viewer)),
    );
  }

  @FieldResolver()
  variant(
    @Root() { variantId }: QuoteLineSource,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<VariantSource | null> {
    return variantById(variantId, requestedFields(info), context);
  }
}
