import { ArrayMaxSize, ArrayMinSize, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { mutations } from "../../mutation/mutations.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { ProductPayload } from "../products/product-payload.js";
import { ProductTargetInput } from "../products/product-target-input.js";
import { MetafieldInput } from "./metafield-input.js";
import { MetafieldNameInput } from "./metafield-name-input.js";

/** What staff can do to the custom fields of a product. */
export const productMetafieldMutations = mutations("catalog", {
  productMetafieldsSet: {
    input: () => ProductMetafieldsSetInput,
    payload: () => ProductPayload,
    description: "Sets custom fields of a product. Each needs a definition.",
    about: "The product and its custom fields.",
  },
  productMetafieldsRemove: {
    input: () => ProductMetafieldsRemoveInput,
    payload: () => ProductPayload,
    description: "Removes custom fields from a product.",
    about: "The product and the custom fields.",
  },
});

@InputType({ description: "Sets custom fields of a product." })
class ProductMetafieldsSetInput extends ProductTargetInput {
  @Field(() => [MetafieldInput], {
    description:
      "The custom fields, 1 to 250: added, or changed when they exist. Fields that are not listed stay.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly metafields!: readonly MetafieldInput[];
}

@InputType({ description: "Removes custom fields from a product." })
class ProductMetafieldsRemoveInput extends ProductTargetInput {
  @Field(() => [MetafieldNameInput], {
    description: "The custom fields, 1 to 250. Fields that the product does not have are ignored.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly metafields!: readonly MetafieldNameInput[];
}
