import { ArrayMaxSize, IsInt, Length, Max, MaxLength, Min, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { LAST_PRIORITY, MAX_SERVED } from "../../../../domain/inventory/location-content.js";
import { DryRunInput } from "../../mutation/dry-run-input.js";
import { mutations } from "../../mutation/mutations.js";
import { targetInput } from "../../mutation/target-input.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { locationPayloads } from "./location-payloads.js";

export const locationMutations = mutations("inventory", {
  locationCreate: {
    input: () => LocationCreateInput,
    payload: () => locationPayloads.ChangePayload,
    description: "Creates a location. It holds stock of a variant from its first count on.",
    about: "The location.",
  },
  locationUpdate: {
    input: () => LocationUpdateInput,
    payload: () => locationPayloads.ChangePayload,
    description: "Changes a location: its name, its address, what it serves.",
    about: "The location and the changes.",
  },
  locationClose: {
    input: () => LocationCloseInput,
    payload: () => locationPayloads.ChangePayload,
    description:
      "Closes a location. Refused while it holds units or has promised some: transfer them, or count them as 0.",
    about: "The id of the location.",
  },
  locationReopen: {
    input: () => LocationReopenInput,
    payload: () => locationPayloads.ChangePayload,
    description: "Opens a closed location again.",
    about: "The id of the location.",
  },
});

@InputType({ description: "Where a location is." })
class LocationAddressInput {
  @Field(() => String, { description: "The first line: street and number." })
  @Length(1, INPUT_LIMITS.name)
  readonly line1!: string;

  @Field(() => String, { nullable: true, description: "The second line." })
  @MaxLength(INPUT_LIMITS.name)
  readonly line2?: string | null;

  @Field(() => String, { description: "The city." })
  @Length(1, INPUT_LIMITS.name)
  readonly city!: string;

  @Field(() => String, {
    nullable: true,
    description: "The part of ISO 3166-2 after the hyphen, such as `QC`.",
  })
  @MaxLength(3)
  readonly region?: string | null;

  @Field(() => String, { nullable: true, description: "The postal code." })
  @MaxLength(32)
  readonly postalCode?: string | null;

  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of the country." })
  @MaxLength(2)
  readonly country!: string;
}

/** What both new and existing locations can have. */
@InputType()
abstract class LocationSettingsInput {
  @Field(() => String, {
    nullable: true,
    description: "The name, 1 to 255 characters. Null or omitted at creation: the key.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly name?: string | null;

  @Field(() => LocationAddressInput, {
    nullable: true,
    description: "Its address. Null: not known.",
  })
  @ValidateNested()
  readonly address?: LocationAddressInput | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Of the locations that serve a buyer, those with smaller numbers are asked first. 0 to 1000. Default: 0.",
  })
  @IsInt()
  @Min(0)
  @Max(LAST_PRIORITY)
  readonly priority?: number | null;

  @Field(() => [ID], {
    nullable: true,
    description: "The ids of the markets that it serves, at most 250. Empty or null: all.",
  })
  @ArrayMaxSize(MAX_SERVED)
  @MaxLength(INPUT_LIMITS.id, { each: true })
  readonly marketIds?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "The countries that it sends to, as ISO 3166-1 alpha-2 codes, at most 250. Empty or null: all.",
  })
  @ArrayMaxSize(MAX_SERVED)
  @MaxLength(2, { each: true })
  readonly countries?: readonly string[] | null;
}

@InputType({ description: "A new location." })
class LocationInput extends LocationSettingsInput {
  @Field(() => String, {
    description:
      "The key for programs: 1 to 64 lower-case letters, digits and hyphens. Unique. It cannot be changed later.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly key!: string;
}

@InputType({ description: "Creates a location." })
class LocationCreateInput extends DryRunInput {
  @Field(() => LocationInput, { description: "The location." })
  @ValidateNested()
  readonly location!: LocationInput;
}

@InputType({ description: "Changes to a location. Omitted fields stay." })
class LocationChangesInput extends LocationSettingsInput {}

const LocationTargetInput = targetInput("The id of the location.");

@InputType({ description: "Changes a location." })
class LocationUpdateInput extends LocationTargetInput {
  @Field(() => LocationChangesInput, { description: "The changes." })
  @ValidateNested()
  readonly changes!: LocationChangesInput;
}

@InputType({ description: "Closes a location." })
class LocationCloseInput extends LocationTargetInput {}

@InputType({ description: "Opens a closed location again." })
class LocationReopenInput extends LocationTargetInput {}
