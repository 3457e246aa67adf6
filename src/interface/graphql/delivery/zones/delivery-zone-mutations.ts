import { ArrayMaxSize, Length, MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { DryRunInput } from "../../mutation/dry-run-input.js";
import { mutations } from "../../mutation/mutations.js";
import { targetInput } from "../../mutation/target-input.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { deliveryZonePayloads } from "./delivery-zone-payloads.js";

export const deliveryZoneMutations = mutations("delivery", {
  deliveryZoneCreate: {
    input: () => DeliveryZoneCreateInput,
    payload: () => deliveryZonePayloads.ChangePayload,
    description: "Creates a delivery zone. Delivery options may name it.",
    about: "The zone.",
  },
  deliveryZoneUpdate: {
    input: () => DeliveryZoneUpdateInput,
    payload: () => deliveryZonePayloads.ChangePayload,
    description: "Changes a delivery zone.",
    about: "The zone and the changes.",
  },
  deliveryZoneDelete: {
    input: () => DeliveryZoneDeleteInput,
    payload: () => deliveryZonePayloads.DeletePayload,
    description: "Deletes a delivery zone. Refused while a delivery option names it.",
    about: "The id of the zone.",
  },
});

const MAX_AREAS = 100;

@InputType({ description: "A country, or a region or postal codes in it." })
class DeliveryAreaInput {
  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of the country." })
  @MaxLength(2)
  readonly country!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The region: the part of ISO 3166-2 after the hyphen, such as `QC`. Null or omitted: the whole country.",
  })
  @MaxLength(3)
  readonly region?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Postal codes: a code, the start of codes with an asterisk (`97*`), or a range of numbers of the same length (`1000..1999`). At most 250 in a zone. Empty or null: all.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(32, { each: true })
  readonly postalCodes?: readonly string[] | null;
}

@InputType({ description: "A new delivery zone." })
class DeliveryZoneInput {
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

  @Field(() => [DeliveryAreaInput], {
    description: "Its areas, 1 to 100. Equally narrow areas of two zones may share no address.",
  })
  @ArrayMaxSize(MAX_AREAS)
  @ValidateNested({ each: true })
  readonly areas!: readonly DeliveryAreaInput[];
}

@InputType({ description: "Creates a delivery zone." })
class DeliveryZoneCreateInput extends DryRunInput {
  @Field(() => DeliveryZoneInput, { description: "The zone." })
  @ValidateNested()
  readonly zone!: DeliveryZoneInput;
}

@InputType({ description: "Changes to a delivery zone. Omitted fields stay." })
class DeliveryZoneChangesInput {
  @Field(() => String, { nullable: true, description: "The new key." })
  @MaxLength(INPUT_LIMITS.id)
  readonly key?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The name, 1 to 255 characters. Null: the key.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly name?: string | null;

  @Field(() => [DeliveryAreaInput], { nullable: true, description: "All its areas, 1 to 100." })
  @ArrayMaxSize(MAX_AREAS)
  @ValidateNested({ each: true })
  readonly areas?: readonly DeliveryAreaInput[] | null;
}

const DeliveryZoneTargetInput = targetInput("The id of the delivery zone.");

@InputType({ description: "Changes a delivery zone." })
class DeliveryZoneUpdateInput extends DeliveryZoneTargetInput {
  @Field(() => DeliveryZoneChangesInput, { description: "The changes." })
  @ValidateNested()
  readonly changes!: DeliveryZoneChangesInput;
}

@InputType({ description: "Deletes a delivery zone." })
class DeliveryZoneDeleteInput extends DeliveryZoneTargetInput {}
