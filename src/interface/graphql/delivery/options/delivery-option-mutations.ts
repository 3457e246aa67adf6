import { ArrayMaxSize, IsInt, Length, Max, MaxLength, Min, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { MAX_BULK_ITEMS } from "../../../../application/shared/bulk.js";
import type { DeliveryKind } from "../../../../domain/delivery/delivery-rate.js";
import { BulkInput } from "../../mutation/bulk-input.js";
import { bulkTargetInput } from "../../mutation/bulk-target-input.js";
import { DryRunInput } from "../../mutation/dry-run-input.js";
import { mutations } from "../../mutation/mutations.js";
import { targetInput } from "../../mutation/target-input.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { DeliveryKinds } from "./delivery-kind.js";
import { CarrierServiceInput } from "./carrier-service-input.js";
import { DeliveryOptionTranslationInput } from "./delivery-option-translation-input.js";
import { DeliveryRateInput } from "./delivery-rate-input.js";
import { DeliveryWindowInput } from "./delivery-window-input.js";
import {
  DeliveryOptionDeletePayload,
  DeliveryOptionPayload,
  DeliveryOptionsPayload,
} from "./delivery-option-payload.js";

export const deliveryOptionMutations = mutations("delivery", {
  deliveryOptionCreate: {
    input: () => DeliveryOptionCreateInput,
    payload: () => DeliveryOptionPayload,
    description: "Creates a delivery option. Buyers see it at once where it is eligible.",
    about: "The option.",
  },
  deliveryOptionUpdate: {
    input: () => DeliveryOptionUpdateInput,
    payload: () => DeliveryOptionPayload,
    description: "Changes a delivery option. Its kind cannot change.",
    about: "The option and the changes.",
  },
  deliveryOptionsUpdate: {
    input: () => DeliveryOptionsUpdateInput,
    payload: () => DeliveryOptionsPayload,
    description: "Changes several delivery options, such as their positions.",
    about: "The options and the changes.",
  },
  deliveryOptionDelete: {
    input: () => DeliveryOptionDeleteInput,
    payload: () => DeliveryOptionDeletePayload,
    description: "Deletes a delivery option. It is no longer offered.",
    about: "The id of the option.",
  },
});

const MAX_NAMED = 100;
const MAX_RATES = 50;
const MAX_WINDOWS = 20;
const MAX_GRAMS = 1_000_000_000;
const LAST_POSITION = 1_000_000;

/** What both new and existing options can have. */
@InputType()
abstract class DeliveryOptionSettingsInput {
  @Field(() => String, {
    nullable: true,
    description:
      "The name that buyers read, 1 to 255 characters. Null or omitted at creation: the key.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The description that buyers read, as plain text, at most 1,000 characters.",
  })
  @MaxLength(1_000)
  readonly description?: string | null;

  @Field(() => [DeliveryOptionTranslationInput], {
    nullable: true,
    description: "All its texts in other languages, at most 50.",
  })
  @ArrayMaxSize(INPUT_LIMITS.locales)
  @ValidateNested({ each: true })
  readonly translations?: readonly DeliveryOptionTranslationInput[] | null;

  @Field(() => [DeliveryRateInput], {
    nullable: true,
    description:
      "What it costs: one entry for each currency, each the currency of one of its markets. Only an option priced by a carrier may have none.",
  })
  @ArrayMaxSize(MAX_RATES)
  @ValidateNested({ each: true })
  readonly rates?: readonly DeliveryRateInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "All zones that it delivers to, at most 100. Empty or null: everywhere.",
  })
  @ArrayMaxSize(MAX_NAMED)
  @MaxLength(INPUT_LIMITS.id, { each: true })
  readonly zoneIds?: readonly string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "All markets that it is offered in, at most 100. Empty or null: in all markets.",
  })
  @ArrayMaxSize(MAX_NAMED)
  @MaxLength(INPUT_LIMITS.id, { each: true })
  readonly marketIds?: readonly string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: "The most that it delivers, in grams. Null: any weight.",
  })
  @IsInt()
  @Min(0)
  @Max(MAX_GRAMS)
  readonly maxWeight?: number | null;

  @Field(() => [DeliveryWindowInput], {
    nullable: true,
    description: "All periods in which it is offered, at most 20. Empty or null: always.",
  })
  @ArrayMaxSize(MAX_WINDOWS)
  @ValidateNested({ each: true })
  readonly windows?: readonly DeliveryWindowInput[] | null;

  @Field(() => ID, {
    nullable: true,
    description: "The location where buyers collect. Required for a pickup; no other kind has one.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly pickupLocationId?: string | null;

  @Field(() => CarrierServiceInput, {
    nullable: true,
    description: "The carrier that names the price. Required for `CARRIER`; no other kind has one.",
  })
  @ValidateNested()
  readonly carrier?: CarrierServiceInput | null;

  @Field(() => String, {
    nullable: true,
    description: "The key of its tax category. Null: never taxed.",
  })
  @MaxLength(INPUT_LIMITS.code)
  readonly taxCategory?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Its place in the list: smaller numbers come first, equal ones by creation. Omitted at creation: behind the others.",
  })
  @IsInt()
  @Min(0)
  @Max(LAST_POSITION)
  readonly position?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is offered at all. Default true.",
  })
  readonly isActive?: boolean | null;
}

@InputType({ description: "A new delivery option." })
class DeliveryOptionInput extends DeliveryOptionSettingsInput {
  @Field(() => String, {
    description: "The key for programs: 1 to 64 lower-case letters, digits and hyphens. Unique.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly key!: string;

  @Field(() => DeliveryKinds, { description: "How it is priced. It cannot change later." })
  readonly kind!: DeliveryKind;
}

@InputType({ description: "Creates a delivery option." })
class DeliveryOptionCreateInput extends DryRunInput {
  @Field(() => DeliveryOptionInput, { description: "The option." })
  @ValidateNested()
  readonly option!: DeliveryOptionInput;
}

@InputType({
  description: "Changes to a delivery option. Omitted fields stay; a list replaces the whole list.",
})
class DeliveryOptionChangesInput extends DeliveryOptionSettingsInput {
  @Field(() => String, { nullable: true, description: "The new key." })
  @MaxLength(INPUT_LIMITS.id)
  readonly key?: string | null;
}

const DeliveryOptionTargetInput = targetInput("The id of the delivery option.");

@InputType({ description: "Changes a delivery option." })
class DeliveryOptionUpdateInput extends DeliveryOptionTargetInput {
  @Field(() => DeliveryOptionChangesInput, { description: "The changes." })
  @ValidateNested()
  readonly changes!: DeliveryOptionChangesInput;
}

@InputType({ description: "Deletes a delivery option." })
class DeliveryOptionDeleteInput extends DeliveryOptionTargetInput {}

@InputType({ description: "The changes to one of several delivery options." })
class DeliveryOptionChangeInput extends bulkTargetInput("The id of the delivery option.") {
  @Field(() => DeliveryOptionChangesInput, { description: "The changes." })
  @ValidateNested()
  readonly changes!: DeliveryOptionChangesInput;
}

@InputType({ description: "Changes several delivery options." })
class DeliveryOptionsUpdateInput extends BulkInput {
  @Field(() => [DeliveryOptionChangeInput], {
    description: "The options and their changes, at most 250.",
  })
  @ArrayMaxSize(MAX_BULK_ITEMS)
  @ValidateNested({ each: true })
  readonly items!: readonly DeliveryOptionChangeInput[];
}
