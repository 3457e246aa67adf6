import type { GraphQLResolveInfo } from "graphql";
import { type ClassType, Ctx, Info, Resolver, Root } from "type-graphql";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { requestedFields } from "../../execution/requested-fields.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import type { ProductSource } from "../products/product-fields.js";
import type { VariantSource } from "./present-variants.js";
import { variantById } from "./variant-by-id.js";

/** The variant that a list shows of each of its products. */
export const matchingVariantResolver = (Edge: ClassType, Variant: ClassType): ClassType => {
  @Resolver(() => Edge)
  class MatchingVariantResolver {
    @FieldResolver(() => Variant, {
      nullable: true,
      description:
        "Where the filter has conditions on variants, a variant that meets all of them, to be shown on a card: one that can be bought comes first, then the one with the lowest price, then the first of the product. Where it has no image of its own, show that of the product. Null when the filter has no such conditions.",
    })
    async matchingVariant(
      @Root() { node }: { readonly node: ProductSource },
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<VariantSource | null> {
      return node.matchingVariant
        ? variantById(node.matchingVariant, requestedFields(info), context)
        : null;
    }
  }
  return MatchingVariantResolver;
};
