import { ArrayMaxSize, Length, MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import type { MetafieldOwner } from "../../../../domain/catalog/metafields/metafield-usage.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { MetafieldChoiceInput } from "./metafield-choice-input.js";
import type { MetafieldNameInput } from "./metafield-name-input.js";
import { MetafieldOwners } from "./metafield-owners.js";

const MAX_DESCRIPTION_LENGTH = 1_000;

/** What is entered of a new definition and of a changed one. */
@InputType()
export abstract class MetafieldDefinitionFieldsInput {
  @Field(() => String, {
    nullable: true,
    description: "The name for display, 1 to 255 characters. Default and null: the key.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What the field is for, at most 1,000 characters.",
  })
  @MaxLength(MAX_DESCRIPTION_LENGTH)
  readonly description?: string | null;

  @Field(() => [MetafieldOwners], {
    nullable: true,
    description:
      "What can have the field. Default and null: PRODUCT. An owner that has values cannot be taken away.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  readonly owners?: readonly MetafieldOwner[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the search filters products by the field, so that it is a facet. For TEXT, INTEGER, DECIMAL, BOOLEAN, CHOICE, TEXT_LIST and CHOICE_LIST of products or variants. At most 50 fields are filterable or sortable. Default and null: false.",
  })
  readonly filterable?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the search sorts products by the field. For TEXT, INTEGER, DECIMAL, BOOLEAN, DATE, DATE_TIME and CHOICE of products. Default and null: false.",
  })
  readonly sortable?: boolean | null;

  @Field(() => [MetafieldChoiceInput], {
    nullable: true,
    description:
      "The choices of a field of the type CHOICE or CHOICE_LIST in their order, 1 to 250; they replace the stored ones. A choice that is left out stays where it is stored, but cannot be set any more.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly choices?: readonly MetafieldChoiceInput[] | null;
}

@InputType()
export abstract class NamedDefinitionInput extends MetafieldDefinitionFieldsInput {
  @Field(() => String, {
    description: "The namespace: 2 to 64 letters, digits, hyphens and underscores.",
  })
  @MaxLength(INPUT_LIMITS.metafieldName)
  readonly namespace!: MetafieldNameInput["namespace"];

  @Field(() => String, {
    description: "The key within the namespace: 2 to 64 letters, digits, hyphens and underscores.",
  })
  @MaxLength(INPUT_LIMITS.metafieldName)
  readonly key!: MetafieldNameInput["key"];
}
