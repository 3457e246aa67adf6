import { Length, MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { DryRunInput } from "../../mutation/dry-run-input.js";
import { mutations } from "../../mutation/mutations.js";
import { targetInput } from "../../mutation/target-input.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { customerGroupPayloads } from "./customer-group-payloads.js";

export const customerGroupMutations = mutations("pricing", {
  customerGroupCreate: {
    input: () => CustomerGroupCreateInput,
    payload: () => customerGroupPayloads.ChangePayload,
    description: "Creates a customer group, for which price lists can be made.",
    about: "The customer group.",
  },
  customerGroupUpdate: {
    input: () => CustomerGroupUpdateInput,
    payload: () => customerGroupPayloads.ChangePayload,
    description: "Changes a customer group.",
    about: "The customer group and the changes.",
  },
  customerGroupDelete: {
    input: () => CustomerGroupDeleteInput,
    payload: () => customerGroupPayloads.DeletePayload,
    description: "Deletes a customer group. Refused while a price list is made for it.",
    about: "The id of the customer group.",
  },
});

@InputType({ description: "A new customer group." })
class CustomerGroupInput {
  @Field(() => String, {
    description: "The key for programs: 1 to 64 lower-case letters, digits and hyphens. Unique.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly key!: string;

  @Field(() => String, {
    nullable: true,
    description: "The name, 1 to 255 characters. Default: the key.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly name?: string | null;
}

@InputType({ description: "Creates a customer group." })
class CustomerGroupCreateInput extends DryRunInput {
  @Field(() => CustomerGroupInput, { description: "The customer group." })
  @ValidateNested()
  readonly customerGroup!: CustomerGroupInput;
}

@InputType({ description: "Changes to a customer group. Omitted fields stay." })
class CustomerGroupChangesInput {
  @Field(() => String, { nullable: true, description: "The new key." })
  @MaxLength(INPUT_LIMITS.id)
  readonly key?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The name, 1 to 255 characters. Null: the key.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly name?: string | null;
}

const CustomerGroupTargetInput = targetInput("The id of the customer group.");

@InputType({ description: "Deletes a customer group." })
class CustomerGroupDeleteInput extends CustomerGroupTargetInput {}

@InputType({ description: "Changes a customer group." })
class CustomerGroupUpdateInput extends CustomerGroupTargetInput {
  @Field(() => CustomerGroupChangesInput, { description: "The changes." })
  @ValidateNested()
  readonly changes!: CustomerGroupChangesInput;
}
