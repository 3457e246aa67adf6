import { ArrayMaxSize, Length, MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import {
  MAX_AREAS,
  MAX_POSTAL_CODES,
} from "../../../../domain/pricing/tax-settings/tax-zone-setting.js";
import type { ChargeTaxation } from "../../../../domain/pricing/tax/tax-zone.js";
import { DryRunInput } from "../../mutation/dry-run-input.js";
import { mutations } from "../../mutation/mutations.js";
import { targetInput } from "../../mutation/target-input.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { ChargeTaxations } from "./charge-taxations.js";
import { taxPayloads } from "./tax-payloads.js";

export const taxZoneMutations = mutations("pricing", {
  taxZoneCreate: {
    input: () => TaxZoneCreateInput,
    payload: () => taxPayloads.zone.ChangePayload,
    description: "Creates a tax zone, without rates.",
    about: "The tax zone.",
  },
  taxZoneUpdate: {
    input: () => TaxZoneUpdateInput,
    payload: () => taxPayloads.zone.ChangePayload,
    description: "Changes a tax zone.",
    about: "The tax zone and the changes.",
  },
  taxZoneDelete: {
    input: () => TaxZoneDeleteInput,
    payload: () => taxPayloads.zone.DeletePayload,
    description: "Deletes a tax zone that has no rates.",
    about: "The id of the tax zone.",
  },
});

const MAX_REGION_LENGTH = 6;
const MAX_PATTERN_LENGTH = 40;

@InputType({ description: "A country, or a region or postal codes in it." })
class TaxAreaInput {
  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of the country, such as `CA`." })
  @MaxLength(2)
  readonly country!: string;

  @Field(() => String, {
    nullable: true,
    description: "The ISO 3166-2 code of the region after the hyphen, such as `QC`. Default: all.",
  })
  @MaxLength(MAX_REGION_LENGTH)
  readonly region?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Codes, starts of codes (`97*`) and ranges of numbers (`1000..1999`). At most 100 in all areas of a zone. Empty or null: all.",
  })
  @ArrayMaxSize(MAX_POSTAL_CODES)
  @MaxLength(MAX_PATTERN_LENGTH, { each: true })
  readonly postalCodes?: readonly string[] | null;
}

@InputType({ description: "A new tax zone." })
class TaxZoneInput {
  @Field(() => String, {
    description:
      "The key for programs: 1 to 64 lower-case letters, digits and hyphens. It cannot be changed later.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly key!: string;

  @Field(() => String, {
    nullable: true,
    description: "The name, 1 to 255 characters. Default: the key.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly name?: string | null;

  @Field(() => [TaxAreaInput], {
    description: "Its areas, 1 to 50. No other zone may have an equally narrow area there.",
  })
  @ArrayMaxSize(MAX_AREAS)
  @ValidateNested({ each: true })
  readonly areas!: readonly TaxAreaInput[];

  @Field(() => ChargeTaxations, {
    nullable: true,
    description: "How delivery and fees are taxed. Default: `OWN_CATEGORY`.",
  })
  readonly chargeTaxation?: ChargeTaxation | null;
}

@InputType({ description: "Creates a tax zone." })
class TaxZoneCreateInput extends DryRunInput {
  @Field(() => TaxZoneInput, { description: "The tax zone." })
  @ValidateNested()
  readonly taxZone!: TaxZoneInput;
}

@InputType({ description: "Changes to a tax zone. Omitted fields stay." })
class TaxZoneChangesInput {
  @Field(() => String, {
    nullable: true,
    description: "The name, 1 to 255 characters. Null: the key.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly name?: string | null;

  @Field(() => [TaxAreaInput], {
    nullable: true,
    description: "All its areas, 1 to 50: an area that is not listed is removed.",
  })
  @ArrayMaxSize(MAX_AREAS)
  @ValidateNested({ each: true })
  readonly areas?: readonly TaxAreaInput[] | null;

  @Field(() => ChargeTaxations, {
    nullable: true,
    description: "How delivery and fees are taxed.",
  })
  readonly chargeTaxation?: ChargeTaxation | null;
}

const TaxZoneTargetInput = targetInput("The id of the tax zone.");

@InputType({ description: "Changes a tax zone." })
class TaxZoneUpdateInput extends TaxZoneTargetInput {
  @Field(() => TaxZoneChangesInput, { description: "The changes." })
  @ValidateNested()
  readonly changes!: TaxZoneChangesInput;
}

@InputType({ description: "Deletes a tax zone." })
class TaxZoneDeleteInput extends TaxZoneTargetInput {}
