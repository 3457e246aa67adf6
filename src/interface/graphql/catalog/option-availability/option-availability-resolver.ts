import type { GraphQLResolveInfo } from "graphql";
import {
  Args,
  type ClassType,
  Ctx,
  Field,
  ID,
  Info,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import {
  closestVariant,
  variantOfOptions,
} from "../../../../domain/catalog/options/option-availability.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { type SwatchSource, SwatchType } from "../options/swatch-type.js";
import type { ProductSource } from "../products/product-fields.js";
import type { VariantSource } from "../variants/present-variants.js";
import { ByOptionsArgs } from "./by-options-args.js";
import { chosenVariant } from "./chosen-variant.js";
import {
  type AvailableOptionSource,
  type AvailableValueSource,
  presentOptionAvailability,
} from "./present-option-availability.js";
import { SelectedOptionsArgs } from "./selected-options-args.js";

/**
 * The option values that buyers can choose, in one API: its types have the variants of that API.
 */
export const optionAvailabilityResolver = (Product: ClassType, Variant: ClassType): ClassType => {
  @ObjectType("OptionValueOutlook", {
    simpleResolvers: true,
    description:
      "A value of an option, evaluated together with the selected values of all other options. Use it to render swatches or links on a product page.",
  })
  class AvailableValueType {
    @Field(() => ID, {
      description:
        "An id for caches: of the value together with `selectedOptions`, on which the answer depends. It stays when the value is renamed.",
    })
    readonly id!: string;

    @Field(() => String, { description: "The value in the language of the request, such as `M`." })
    readonly value!: string;

    @Field(() => SwatchType, {
      nullable: true,
      description: "What the value looks like. Null when it has no swatch.",
    })
    readonly swatch!: SwatchSource | null;

    @Field(() => Boolean, {
      description: "Whether a variant with this value and the other selected values exists.",
    })
    readonly exists!: boolean;

    @Field(() => Boolean, { description: "Whether such a variant can be bought now." })
    readonly available!: boolean;

    @Field(() => Boolean, {
      description:
        "Whether this value is selected: whether `selectedOrFirstAvailableVariant` has it, for the same `selectedOptions`.",
    })
    readonly selected!: boolean;

    @Field(() => Variant, {
      nullable: true,
      description:
        "The first variant with this value and the other selected values that can be bought, otherwise the first one. Link to it. Null when there is none.",
    })
    readonly variant!: VariantSource | null;
  }

  @ObjectType("OptionOutlook", {
    simpleResolvers: true,
    description: "An option of a product with the availability of each of its values.",
  })
  class AvailableOptionType {
    @Field(() => ID, {
      description:
        "An id for caches: of the option together with `selectedOptions`, on which the answer depends. It stays when the option is renamed.",
    })
    readonly id!: string;

    @Field(() => String, {
      description: "The option's name in the language of the request, such as `Size`.",
    })
    readonly name!: string;

    @Cost({ items: 10, each: 0.25 })
    @Field(() => [AvailableValueType], {
      description: "All values, in display order.",
    })
    readonly values!: readonly AvailableValueSource[];
  }

  @Resolver(() => Product)
  class OptionAvailabilityResolver {
    @Cost({ own: 8 })
    @FieldResolver(() => Variant, {
      nullable: true,
      description:
        "The variant with exactly these option values, whether or not it can be bought. Null when an option is missing, a name or value is unknown, or the combination does not exist. Names and values are compared in the language of the request, case-sensitively. For a product without options, an empty list finds its only variant.",
    })
    variant(
      @Root() source: ProductSource,
      @Args(() => ByOptionsArgs) { byOptions }: ByOptionsArgs,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<VariantSource | null> {
      return chosenVariant(variantOfOptions, source, byOptions, info, context);
    }

    @Cost({ own: 8 })
    @FieldResolver(() => Variant, {
      nullable: true,
      description:
        "The variant to show first on a product page: the one with exactly the selected values, even if it is sold out; otherwise the first that can be bought and matches as many selected values as possible, option by option. If nothing can be bought, the same among all variants. Null for a product without variants.",
    })
    selectedOrFirstAvailableVariant(
      @Root() source: ProductSource,
      @Args(() => SelectedOptionsArgs) { selectedOptions }: SelectedOptionsArgs,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<VariantSource | null> {
      return chosenVariant(closestVariant, source, selectedOptions ?? [], info, context);
    }

    @Cost({ own: 4, items: 2 })
    @FieldResolver(() => [AvailableOptionType], {
      description:
        "All options with all values. Selected are the values of `selectedOrFirstAvailableVariant` for the same `selectedOptions`. Each value tells, together with the selected values of the other options, whether such a variant exists, whether it can be bought, and which one it is. Cost does not depend on the number of variants.",
    })
    availableOptionValues(
      @Root() source: ProductSource,
      @Args(() => SelectedOptionsArgs) { selectedOptions }: SelectedOptionsArgs,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<readonly AvailableOptionSource[]> {
      return presentOptionAvailability(source, selectedOptions ?? [], info, context);
    }
  }
  return OptionAvailabilityResolver;
};
