import { ArrayMaxSize, Length, MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { MAX_BULK_ITEMS } from "../../../../application/shared/bulk.js";
import { BulkInput } from "../../mutation/bulk-input.js";
import { DryRunInput } from "../../mutation/dry-run-input.js";
import { mutations } from "../../mutation/mutations.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { ProductPayload } from "../products/product-payload.js";
import { ProductTargetInput } from "../products/product-target-input.js";
import { ProductsPayload } from "../products/products-payload.js";
import { ProductDraftInput } from "./product-draft-input.js";

/** How staff add products to the catalogue. */
export const productCreationMutations = mutations("catalog", {
  productCreate: {
    input: () => ProductCreateInput,
    payload: () => ProductPayload,
    description:
      "Creates a product with options, variants, prices, stock and images. The shop shows it once it is ACTIVE and published.",
    about: "The new product.",
  },
  productsCreate: {
    input: () => ProductsCreateInput,
    payload: () => ProductsPayload,
    description: "Creates several products.",
    about: "The new products.",
  },
  productDuplicate: {
    input: () => ProductDuplicateInput,
    payload: () => ProductPayload,
    description:
      "Copies a product into a new draft: texts, options, variants, prices and images, but no SKUs, barcodes, stock or publication. Without the permission `pricing:write` the copy has no prices, and a warning says so.",
    about: "The product and the title of the copy.",
  },
});

@InputType({ description: "Creates a product." })
class ProductCreateInput extends DryRunInput {
  @Field(() => ProductDraftInput, { description: "The new product." })
  @ValidateNested()
  readonly product!: ProductDraftInput;
}

@InputType({ description: "Creates several products." })
class ProductsCreateInput extends BulkInput {
  @Field(() => [ProductDraftInput], { description: "The new products, at most 250." })
  @ArrayMaxSize(MAX_BULK_ITEMS)
  @ValidateNested({ each: true })
  readonly items!: readonly ProductDraftInput[];
}

@InputType({ description: "Copies a product." })
class ProductDuplicateInput extends ProductTargetInput {
  @Field(() => String, {
    nullable: true,
    description:
      "The title of the copy, 1 to 255 characters. Default: the title with `(copy)` appended.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly title?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The slug of the copy. Omitted: derived from the given title, or the product's slug with `-copy`; with a number appended when that slug is in use.",
  })
  @MaxLength(INPUT_LIMITS.slug)
  readonly slug?: string | null;
}
