import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from "class-validator";
import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import { MAX_LINES, MAX_QUANTITY } from "../../../../application/delivery/offers/read-parcel.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

@InputType("DeliveryAddress", { description: "Where to, as far as delivery depends on it." })
class DeliveryAddressInput {
  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of the country." })
  @MaxLength(2)
  readonly country!: string;

  @Field(() => String, {
    nullable: true,
    description: "The region: the part of ISO 3166-2 after the hyphen, such as `QC`.",
  })
  @MaxLength(3)
  readonly region?: string | null;

  @Field(() => String, { nullable: true, description: "The postal code." })
  @MaxLength(20)
  readonly postalCode?: string | null;
}

@InputType("DeliveryLine", { description: "Units of a variant." })
class DeliveryLineInput {
  @Field(() => ID, { description: "The id of the variant." })
  @MaxLength(INPUT_LIMITS.id)
  readonly variantId!: string;

  @Field(() => Int, { description: "The number of units, 1 to 100,000." })
  @IsInt()
  @Min(1)
  @Max(MAX_QUANTITY)
  readonly quantity!: number;
}

@ArgsType()
export class DeliveryOptionsArgs {
  @Field(() => DeliveryAddressInput, { description: "Where to deliver." })
  @ValidateNested()
  readonly address!: DeliveryAddressInput;

  @Field(() => [DeliveryLineInput], { description: "What to deliver, 1 to 200 lines." })
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_LINES)
  @ValidateNested({ each: true })
  readonly lines!: readonly DeliveryLineInput[];
}
