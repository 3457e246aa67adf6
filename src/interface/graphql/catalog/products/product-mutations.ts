import { ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { mutations } from "../../mutation/mutations.js";
import { PublicationFields } from "../publication/publication-fields.js";
import { ProductChangesInput } from "./product-changes-input.js";
import { ProductDeletePayload } from "./product-delete-payload.js";
import { ProductPayload } from "./product-payload.js";
import { ProductTargetInput } from "./product-target-input.js";
import { TagsField } from "./tags-field.js";

/** What staff can do to one product. */
export const productMutations = mutations("catalog", {
  productUpdate: {
    input: () => ProductUpdateInput,
    payload: () => ProductPayload,
    description: "Changes the texts, tags and other fields of a product.",
    about: "The product and the changes.",
  },
  productPublish: {
    input: () => ProductPublishInput,
    payload: () => ProductPayload,
    description: "Publishes a product, now or for a period. Its status becomes ACTIVE.",
    about: "The product and the period.",
  },
  productUnpublish: {
    input: () => ProductUnpublishInput,
    payload: () => ProductPayload,
    description: "Ends the publication of a product, or cancels a future one. Its status stays.",
    about: "The product.",
  },
  productArchive: {
    input: () => ProductArchiveInput,
    payload: () => ProductPayload,
    description: "Archives a product. The shop no longer shows it.",
    about: "The product.",
  },
  productUnarchive: {
    input: () => ProductUnarchiveInput,
    payload: () => ProductPayload,
    description: "Unarchives a product. Its status becomes DRAFT.",
    about: "The product.",
  },
  productTagsAdd: {
    input: () => ProductTagsAddInput,
    payload: () => ProductPayload,
    description: "Adds tags to a product. Tags it already has are ignored.",
    about: "The product and the tags.",
  },
  productTagsRemove: {
    input: () => ProductTagsRemoveInput,
    payload: () => ProductPayload,
    description: "Removes tags from a product. Case and accents do not matter.",
    about: "The product and the tags.",
  },
  productDelete: {
    input: () => ProductDeleteInput,
    payload: () => ProductDeletePayload,
    description:
      "Deletes a product with its variants, prices, stock and collection memberships. Refused while units are promised to buyers. The history stays.",
    about: "The product.",
  },
});

@InputType({ description: "Publishes a product." })
class ProductPublishInput extends ProductTargetInput {
  @PublicationFields.From()
  readonly from?: Date | null;

  @PublicationFields.Until()
  readonly until?: Date | null;
}

@InputType({ description: "Ends the publication of a product." })
class ProductUnpublishInput extends ProductTargetInput {}

@InputType({ description: "Archives a product." })
class ProductArchiveInput extends ProductTargetInput {}

@InputType({ description: "Unarchives a product." })
class ProductUnarchiveInput extends ProductTargetInput {}

@InputType({ description: "Deletes a product." })
class ProductDeleteInput extends ProductTargetInput {}

@InputType({ description: "Adds tags to a product." })
class ProductTagsAddInput extends ProductTargetInput {
  @TagsField()
  readonly tags!: readonly string[];
}

@InputType({ description: "Removes tags from a product." })
class ProductTagsRemoveInput extends ProductTargetInput {
  @TagsField()
  readonly tags!: readonly string[];
}

@InputType({ description: "Changes a product." })
class ProductUpdateInput extends ProductTargetInput {
  @Field(() => ProductChangesInput, { description: "The changes." })
  @ValidateNested()
  readonly changes!: ProductChangesInput;
}
