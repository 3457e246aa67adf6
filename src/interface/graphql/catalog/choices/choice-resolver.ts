import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Field, Info, ObjectType, Resolver, Root, type ClassType } from "type-graphql";
import type { GraphqlContext } from "../../context.js";
import { FieldResolver } from "../../field-resolver.js";
import type { ProductSource } from "../product-fields.js";
import type { VariantSource } from "../shown-variants.js";
import { ByOptionsArgs, SelectedOptionsArgs } from "./choice-inputs.js";
import {
  nearestVariant,
  outlook,
  variantByOptions,
  type OutlookSource,
  type ValueSource,
} from "./choose.js";

/** What a product answers to somebody who chooses. Names of types are the same in both APIs, their variants are not. */
export const choiceResolver = (
  product: () => ClassType,
  variantType: () => ClassType,
): ClassType => {
  @ObjectType("OptionValueOutlook", {
    simpleResolvers: true,
    description:
      "A value of an option, looked at together with what is chosen of all other options: what a swatch or a link of a product page is drawn from.",
  })
  class OptionValueOutlook {
    @Field(() => String, { description: "The value as it is shown, such as `M`." })
    readonly value!: string;

    @Field(() => Boolean, {
      description: "Whether there is a variant with this value and the rest of the choice.",
    })
    readonly exists!: boolean;

    @Field(() => Boolean, { description: "Whether such a variant can be bought now." })
    readonly available!: boolean;

    @Field(() => Boolean, { description: "Whether this is the value that is chosen now." })
    readonly selected!: boolean;

    @Field(variantType, {
      nullable: true,
      description:
        "The first variant with this value and the rest of the choice that can be bought, or else the first one: link to it. Null where there is none.",
    })
    readonly variant!: VariantSource | null;
  }

  @ObjectType("OptionOutlook", {
    simpleResolvers: true,
    description: "An option of a product with what becomes of a choice by each of its values.",
  })
  class OptionOutlook {
    @Field(() => String, { description: "The name of the option as it is shown, such as `Size`." })
    readonly name!: string;

    @Field(() => [OptionValueOutlook], {
      description: "All its values, in the order in which they are offered.",
    })
    readonly values!: readonly ValueSource[];
  }

  @Resolver(product)
  class ChoiceResolver {
    @FieldResolver(variantType, {
      nullable: true,
      description:
        "The variant with exactly these option values, whether or not it can be bought. Null where there is none: an option is not named, a name or a value is unknown, or the combination is not offered. Names and values are compared as they are shown, case included. Of a product without a choice an empty list finds the one variant.",
    })
    variant(
      @Root() source: ProductSource,
      @Args(() => ByOptionsArgs) { byOptions }: ByOptionsArgs,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<VariantSource | null> {
      return variantByOptions(source, byOptions, info, context);
    }

    @FieldResolver(variantType, {
      nullable: true,
      description:
        "The variant that a product page begins with: the one with exactly these values, even when it is sold out; or else the first that can be bought and has the chosen values, one option after the other as far as there is such a variant. Where nothing can be bought, the same among all variants. Null for a product without variants.",
    })
    selectedOrFirstAvailableVariant(
      @Root() source: ProductSource,
      @Args(() => SelectedOptionsArgs) { selectedOptions }: SelectedOptionsArgs,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<VariantSource | null> {
      return nearestVariant(source, selectedOptions, info, context);
    }

    @FieldResolver(() => [OptionOutlook], {
      description:
        "All options with all values, each with what would become of the choice by it: whether there is such a variant, whether it can be bought, and which it is. Read from what is kept ready for it, so that a product with thousands of variants costs no more than one with two.",
    })
    availableOptionValues(
      @Root() source: ProductSource,
      @Args(() => SelectedOptionsArgs) { selectedOptions }: SelectedOptionsArgs,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<readonly OutlookSource[]> {
      return outlook(source, selectedOptions, info, context);
    }
  }
  return ChoiceResolver;
};
