import { ArrayMaxSize, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { MAX_BULK_ITEMS } from "../../../../application/shared/bulk.js";
import { BulkInput } from "../../mutation/bulk-input.js";
import { mutations } from "../../mutation/mutations.js";
import { PublicationFields } from "../publication/publication-fields.js";
import { ProductChangesInput } from "./product-changes-input.js";
import { ProductsDeletePayload } from "./product-delete-payload.js";
import { ProductItemInput } from "./product-item-input.js";
import { ProductsPayload } from "./products-payload.js";
import { TagsField } from "./tags-field.js";

/** What staff can do to many products at once. */
export const productsMutations = mutations("catalog", {
  productsUpdate: {
    input: () => ProductsUpdateInput,
    payload: () => ProductsPayload,
    description: "Changes several products, each individually.",
    about: "The products and the changes.",
  },
  productsPublish: {
    input: () => ProductsPublishInput,
    payload: () => ProductsPayload,
    description: "Publishes several products for the same period.",
    about: "The products and the period.",
  },
  productsUnpublish: {
    input: () => ProductsUnpublishInput,
    payload: () => ProductsPayload,
    description: "Ends the publication of several products.",
    about: "The products.",
  },
  productsArchive: {
    input: () => ProductsArchiveInput,
    payload: () => ProductsPayload,
    description: "Archives several products.",
    about: "The products.",
  },
  productsUnarchive: {
    input: () => ProductsUnarchiveInput,
    payload: () => ProductsPayload,
    description: "Unarchives several products.",
    about: "The products.",
  },
  productsTagsAdd: {
    input: () => ProductsTagsAddInput,
    payload: () => ProductsPayload,
    description: "Adds tags to several products.",
    about: "The products and the tags.",
  },
  productsTagsRemove: {
    input: () => ProductsTagsRemoveInput,
    payload: () => ProductsPayload,
    description: "Removes tags from several products.",
    about: "The products and the tags.",
  },
  productsDelete: {
    input: () => ProductsDeleteInput,
    payload: () => ProductsDeletePayload,
    description: "Deletes several products, as `productDelete` does.",
    about: "The products.",
  },
});

@InputType({ description: "A product and its changes." })
class ProductUpdateItemInput extends ProductItemInput {
  @Field(() => ProductChangesInput, { description: "The changes." })
  @ValidateNested()
  readonly changes!: ProductChangesInput;
}

@InputType({ description: "Changes several products, each individually." })
class ProductsUpdateInput extends BulkInput {
  @Field(() => [ProductUpdateItemInput], { description: "The products, at most 250." })
  @ArrayMaxSize(MAX_BULK_ITEMS)
  @ValidateNested({ each: true })
  readonly items!: readonly ProductUpdateItemInput[];
}

/** The base of the inputs of mutations that do the same to many products. */
@InputType()
abstract class ProductItemsInput extends BulkInput {
  @Field(() => [ProductItemInput], { description: "The products, at most 250." })
  @ArrayMaxSize(MAX_BULK_ITEMS)
  @ValidateNested({ each: true })
  readonly items!: readonly ProductItemInput[];
}

@InputType({ description: "Publishes several products." })
class ProductsPublishInput extends ProductItemsInput {
  @PublicationFields.From()
  readonly from?: Date | null;

  @PublicationFields.Until()
  readonly until?: Date | null;
}

@InputType({ description: "Ends the publication of several products." })
class ProductsUnpublishInput extends ProductItemsInput {}

@InputType({ description: "Archives several products." })
class ProductsArchiveInput extends ProductItemsInput {}

@InputType({ description: "Unarchives several products." })
class ProductsUnarchiveInput extends ProductItemsInput {}

@InputType({ description: "Deletes several products." })
class ProductsDeleteInput extends ProductItemsInput {}

@InputType({ description: "Adds tags to several products." })
class ProductsTagsAddInput extends ProductItemsInput {
  @TagsField()
  readonly tags!: readonly string[];
}

@InputType({ description: "Removes tags from several products." })
class ProductsTagsRemoveInput extends ProductItemsInput {
  @TagsField()
  readonly tags!: readonly string[];
}
