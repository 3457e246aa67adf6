import { ArrayMaxSize, IsInt, MaxLength, Min, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { MAX_BULK_ITEMS } from "../../../../application/shared/bulk.js";
import { BulkInput } from "../../mutation/bulk-input.js";
import { mutations } from "../../mutation/mutations.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { VariantChangesInput } from "./variant-changes-input.js";
import { VariantsPayload } from "./variants-payload.js";

/** What staff can do to variants of many products at once. */
export const variantsMutations = mutations("catalog", {
  variantsUpdate: {
    input: () => VariantsUpdateInput,
    payload: () => VariantsPayload,
    description:
      "Changes variants of any products, each individually, including prices and stock. The version of each product increases by one, however many of its variants change, and stays where only prices or stock do. Prices need the permission `pricing:write` as well.",
    about: "The variants and the changes.",
  },
});

@InputType({ description: "A variant of any product and its changes." })
class VariantsUpdateItemInput {
  @Field(() => ID, { description: "The id of the variant." })
  @MaxLength(INPUT_LIMITS.id)
  readonly id!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "The version of its product that you have seen. If the current version differs, the item is refused. All items of one product name the version before the change.",
  })
  @IsInt()
  @Min(1)
  readonly expectedVersion?: number | null;

  @Field(() => VariantChangesInput, { description: "The changes." })
  @ValidateNested()
  readonly changes!: VariantChangesInput;
}

@InputType({ description: "Changes several variants, each individually." })
class VariantsUpdateInput extends BulkInput {
  @Field(() => [VariantsUpdateItemInput], {
    description: "The variants, at most 250, of any products, each listed once.",
  })
  @ArrayMaxSize(MAX_BULK_ITEMS)
  @ValidateNested({ each: true })
  readonly items!: readonly VariantsUpdateItemInput[];
}
