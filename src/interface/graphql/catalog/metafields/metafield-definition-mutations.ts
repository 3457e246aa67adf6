import { ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import type { MetafieldType } from "../../../../domain/catalog/metafields/metafield-type.js";
import { DryRunInput } from "../../mutation/dry-run-input.js";
import { mutations } from "../../mutation/mutations.js";
import {
  MetafieldDefinitionFieldsInput,
  NamedDefinitionInput,
} from "./metafield-definition-fields-input.js";
import {
  MetafieldDefinitionDeletePayload,
  MetafieldDefinitionPayload,
} from "./metafield-definition-payload.js";
import { MetafieldDefinitionTargetInput } from "./metafield-definition-target-input.js";
import { MetafieldTypes } from "./metafield-types.js";

export const metafieldDefinitionMutations = mutations("catalog", {
  metafieldDefinitionCreate: {
    input: () => MetafieldDefinitionCreateInput,
    payload: () => MetafieldDefinitionPayload,
    description: "Creates a custom field definition. Its owners can have values of it afterwards.",
    about: "The definition.",
  },
  metafieldDefinitionUpdate: {
    input: () => MetafieldDefinitionUpdateInput,
    payload: () => MetafieldDefinitionPayload,
    description: "Changes a custom field definition. Namespace, key and type cannot change.",
    about: "The definition and the changes.",
  },
  metafieldDefinitionDelete: {
    input: () => MetafieldDefinitionDeleteInput,
    payload: () => MetafieldDefinitionDeletePayload,
    description: "Deletes a custom field definition that nothing has values of.",
    about: "The id of the definition.",
  },
});

@InputType({ description: "A new custom field definition." })
class MetafieldDefinitionInput extends NamedDefinitionInput {
  @Field(() => MetafieldTypes, {
    description: "The type of the values. It cannot be changed later.",
  })
  readonly type!: MetafieldType;
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
class MetafieldDefinitionChangesInput extends MetafieldDefinitionFieldsInput {}

@InputType({ description: "Changes a custom field definition." })
class MetafieldDefinitionUpdateInput extends MetafieldDefinitionTargetInput {
  @Field(() => MetafieldDefinitionChangesInput, { description: "The changes." })
  @ValidateNested()
  readonly changes!: MetafieldDefinitionChangesInput;
}
