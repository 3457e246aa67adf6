import { MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { mutations } from "../../mutation/mutations.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { ProductPayload } from "../products/product-payload.js";
import { ProductTargetInput } from "../products/product-target-input.js";
import type { MetafieldInput } from "./metafield-input.js";
import { MetafieldListsInput } from "./metafield-lists-input.js";
import type { MetafieldNameInput } from "./metafield-name-input.js";

/** What staff can do to the custom fields of a product and of its variants. */
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
  productVariantMetafieldsSet: {
    input: () => ProductVariantMetafieldsSetInput,
    payload: () => ProductPayload,
    description:
      "Sets custom fields of a variant. Each needs a definition whose owners include VARIANT.",
    about: "The variant and its custom fields.",
  },
  productVariantMetafieldsRemove: {
    input: () => ProductVariantMetafieldsRemoveInput,
    payload: () => ProductPayload,
    description: "Removes custom fields from a variant.",
    about: "The variant and the custom fields.",
  },
});

@InputType({ description: "Sets custom fields of a product." })
class ProductMetafieldsSetInput extends ProductTargetInput {
  @MetafieldListsInput.ToSet()
  readonly metafields!: readonly MetafieldInput[];
}

@InputType({ description: "Removes custom fields from a product." })
class ProductMetafieldsRemoveInput extends ProductTargetInput {
  @MetafieldListsInput.ToRemove("product")
  readonly metafields!: readonly MetafieldNameInput[];
}

@InputType({ description: "Sets custom fields of a variant." })
class ProductVariantMetafieldsSetInput extends ProductTargetInput {
  @Field(() => ID, { description: "The id of the variant." })
  @MaxLength(INPUT_LIMITS.id)
  readonly variantId!: string;

  @MetafieldListsInput.ToSet()
  readonly metafields!: readonly MetafieldInput[];
}

@InputType({ description: "Removes custom fields from a variant." })
class ProductVariantMetafieldsRemoveInput extends ProductTargetInput {
  @Field(() => ID, { description: "The id of the variant." })
  @MaxLength(INPUT_LIMITS.id)
  readonly variantId!: string;

  @MetafieldListsInput.ToRemove("variant")
  readonly metafields!: readonly MetafieldNameInput[];
}
