import { ArrayMaxSize, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { mutations } from "../../mutation/mutations.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { ProductPayload } from "../products/product-payload.js";
import { ProductTargetInput } from "../products/product-target-input.js";
import { VariantChangesInput } from "./variant-changes-input.js";
import { VariantDraftInput } from "./variant-draft-input.js";

/** What staff can do to the variants of a product. */
export const productVariantMutations = mutations("catalog", {
  productVariantsAdd: {
    input: () => ProductVariantsAddInput,
    payload: () => ProductPayload,
    description: "Adds variants to a product, with prices and stock.",
    about: "The product and its new variants.",
  },
  productVariantsUpdate: {
    input: () => ProductVariantsUpdateInput,
    payload: () => ProductPayload,
    description: "Changes variants of a product, each individually, including prices and stock.",
    about: "The variants and the changes.",
  },
  productVariantsRemove: {
    input: () => ProductVariantsRemoveInput,
    payload: () => ProductPayload,
    description:
      "Removes variants from a product, with their prices and stock. Refused while units are promised to buyers.",
    about: "The variants.",
  },
  productVariantsReorder: {
    input: () => ProductVariantsReorderInput,
    payload: () => ProductPayload,
    description: "Reorders the variants of a product.",
    about: "The variants that come first.",
  },
});

@InputType({ description: "A variant and its changes." })
class VariantUpdateItemInput {
  @Field(() => ID, { description: "The id of the variant." })
  @MaxLength(INPUT_LIMITS.id)
  readonly id!: string;

  @Field(() => VariantChangesInput, { description: "The changes." })
  @ValidateNested()
  readonly changes!: VariantChangesInput;
}

@InputType({ description: "Adds variants to a product." })
class ProductVariantsAddInput extends ProductTargetInput {
  @Field(() => [VariantDraftInput], {
    description: "The new variants, in order, at most 250. They are appended.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly variants!: readonly VariantDraftInput[];
}

@InputType({ description: "Changes variants of a product, each individually." })
class ProductVariantsUpdateInput extends ProductTargetInput {
  @Field(() => [VariantUpdateItemInput], {
    description: "The variants, at most 250, each listed once.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly variants!: readonly VariantUpdateItemInput[];
}

@InputType()
abstract class VariantIdsInput extends ProductTargetInput {
  @Field(() => [ID], { description: "Variants of the product, at most 250, each listed once." })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(INPUT_LIMITS.id, { each: true })
  readonly variantIds!: readonly string[];
}

@InputType({ description: "Removes variants from a product." })
class ProductVariantsRemoveInput extends VariantIdsInput {}

@InputType({
  description:
    "Moves variants of a product to the start, in this order. The others follow in their order.",
})
class ProductVariantsReorderInput extends VariantIdsInput {}
