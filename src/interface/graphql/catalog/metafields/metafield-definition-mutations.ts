import { Length, MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import type { MetafieldType } from "../../../../domain/catalog/metafields/metafield.js";
import { DryRunInput } from "../../mutation/dry-run-input.js";
import { mutations } from "../../mutation/mutations.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import {
  MetafieldDefinitionDeletePayload,
  MetafieldDefinitionPayload,
} from "./metafield-definition-payload.js";
import { MetafieldDefinitionTargetInput } from "./metafield-definition-target-input.js";
import { MetafieldNameInput } from "./metafield-name-input.js";
import { MetafieldTypes } from "./metafield-types.js";

export const metafieldDefinitionMutations = mutations("catalog", {
  metafieldDefinitionCreate: {
    input: () => MetafieldDefinitionCreateInput,
    payload: () => MetafieldDefinitionPayload,
    description: "Creates a custom field definition. Products can have values of it afterwards.",
    about: "The definition.",
  },
  metafieldDefinitionUpdate: {
    input: () => MetafieldDefinitionUpdateInput,
    payload: () => MetafieldDefinitionPayload,
    description:
      "Changes the name and description of a custom field definition. Namespace, key and type cannot change.",
    about: "The definition and the changes.",
  },
  metafieldDefinitionDelete: {
    input: () => MetafieldDefinitionDeleteInput,
    payload: () => MetafieldDefinitionDeletePayload,
    description: "Deletes a custom field definition that no product uses.",
    about: "The id of the definition.",
  },
});

const MAX_DESCRIPTION_LENGTH = 1_000;

@InputType({ description: "A new custom field definition." })
class MetafieldDefinitionInput extends MetafieldNameInput {
  @Field(() => MetafieldTypes, {
    description: "The type of the values. It cannot be changed later.",
  })
  readonly type!: MetafieldType;

  @Field(() => String, {
    nullable: true,
    description: "The name for display in forms, 1 to 255 characters. Default: the key.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What the field is for, at most 1,000 characters.",
  })
  @MaxLength(MAX_DESCRIPTION_LENGTH)
  readonly description?: string | null;
}

@InputType({ description: "Creates a custom field definition." })
class MetafieldDefinitionCreateInput extends DryRunInput {
  @Field(() => MetafieldDefinitionInput, { description: "The definition." })
  @ValidateNested()
  readonly definition!: MetafieldDefinitionInput;
}

@InputType({ description: "Deletes a custom field definition." })
class MetafieldDefinitionDeleteInput extends MetafieldDefinitionTargetInput {}

@InputType({
  description: "Changes to a custom field definition. Omitted fields stay; null clears a field.",
})
class MetafieldDefinitionChangesInput {
  @Field(() => String, {
    nullable: true,
    description: "The name for display in forms, 1 to 255 characters. Null: the key.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What the field is for, at most 1,000 characters.",
  })
  @MaxLength(MAX_DESCRIPTION_LENGTH)
  readonly description?: string | null;
}

@InputType({ description: "Changes a custom field definition." })
class MetafieldDefinitionUpdateInput extends MetafieldDefinitionTargetInput {
  @Field(() => MetafieldDefinitionChangesInput, { description: "The changes." })
  @ValidateNested()
  readonly changes!: MetafieldDefinitionChangesInput;
}
