import { ArrayMaxSize, ArrayMinSize, Length, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import type { MetafieldType } from "../../../../domain/catalog/metafield.js";
import { LONGEST_ID, LONGEST_NAME, MOST_ENTRIES } from "../../input-limits.js";
import { TrialInput, VersionedInput } from "../../mutation-inputs.js";
import { ProductTargetInput } from "../products/product-inputs.js";
import { MetafieldTypes } from "../value-types.js";

const LONGEST_PART = 64;
const LONGEST_DESCRIPTION = 1_000;
const LONGEST_VALUE = 65_535;

@InputType({ description: "Which custom field." })
export class MetafieldNameInput {
  @Field(() => String, {
    description: "The group of the field: 2 to 64 letters, digits, hyphens and underscores.",
  })
  @MaxLength(LONGEST_PART)
  readonly namespace!: string;

  @Field(() => String, {
    description:
      "The name of the field within its group: 2 to 64 letters, digits, hyphens and underscores.",
  })
  @MaxLength(LONGEST_PART)
  readonly key!: string;
}

@InputType({ description: "Which definition: give exactly one of these." })
export class MetafieldDefinitionBy {
  @Field(() => ID, { nullable: true, description: "The id of the definition." })
  @MaxLength(LONGEST_ID)
  readonly id?: string;

  @Field(() => MetafieldNameInput, { nullable: true, description: "The name of the custom field." })
  @ValidateNested()
  readonly name?: MetafieldNameInput;
}

@InputType("MetafieldDefinitionFilter", {
  description: "Which definitions to list. All conditions that are given hold together.",
})
export class MetafieldDefinitionFilterInput {
  @Field(() => String, { nullable: true, description: "Those of one group." })
  @MaxLength(LONGEST_PART)
  readonly namespace?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Words that stand in the name, the group or the key. At most 200 characters.",
  })
  @MaxLength(200)
  readonly text?: string | null;
}

@InputType({ description: "A custom field to declare." })
export class MetafieldDefinitionInput extends MetafieldNameInput {
  @Field(() => MetafieldTypes, { description: "What its values are. It cannot be changed later." })
  readonly type!: MetafieldType;

  @Field(() => String, {
    nullable: true,
    description: "What forms call it, 1 to 255 characters. The key when not given.",
  })
  @Length(1, LONGEST_NAME)
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: "What it is for, at most 1,000 characters." })
  @MaxLength(LONGEST_DESCRIPTION)
  readonly description?: string | null;
}

@InputType({ description: "Which custom field to declare." })
export class MetafieldDefinitionCreateInput extends TrialInput {
  @Field(() => MetafieldDefinitionInput, { description: "The custom field." })
  @ValidateNested()
  readonly definition!: MetafieldDefinitionInput;
}

@InputType({ description: "Which definition to delete." })
export class MetafieldDefinitionDeleteInput extends VersionedInput {
  @Field(() => ID, { description: "Which definition." })
  @MaxLength(LONGEST_ID)
  readonly id!: string;
}

@InputType({
  description: "What people say of a custom field. What is left out stays, null takes it away.",
})
export class MetafieldDefinitionChangesInput {
  @Field(() => String, {
    nullable: true,
    description: "What forms call it, 1 to 255 characters. Null: the key.",
  })
  @Length(1, LONGEST_NAME)
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: "What it is for, at most 1,000 characters." })
  @MaxLength(LONGEST_DESCRIPTION)
  readonly description?: string | null;
}

@InputType({ description: "Which definition to change, and how." })
export class MetafieldDefinitionUpdateInput extends MetafieldDefinitionDeleteInput {
  @Field(() => MetafieldDefinitionChangesInput, { description: "What is to be different." })
  @ValidateNested()
  readonly changes!: MetafieldDefinitionChangesInput;
}

@InputType({ description: "A custom field with its value." })
export class MetafieldInput extends MetafieldNameInput {
  @Field(() => String, {
    description:
      "The value as text, in the form that the declared type says, at most 65,535 characters.",
  })
  @Length(1, LONGEST_VALUE)
  readonly value!: string;
}

@InputType({ description: "Which custom fields a product is to carry." })
export class ProductMetafieldsSetInput extends ProductTargetInput {
  @Field(() => [MetafieldInput], {
    description:
      "New custom fields, and other values of those that are there. What is not named stays. 1 to 250.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  readonly metafields!: readonly MetafieldInput[];
}

@InputType({ description: "Which custom fields a product is to carry no longer." })
export class ProductMetafieldsRemoveInput extends ProductTargetInput {
  @Field(() => [MetafieldNameInput], {
    description: "The custom fields; what the product does not carry is passed over. 1 to 250.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  readonly metafields!: readonly MetafieldNameInput[];
}
