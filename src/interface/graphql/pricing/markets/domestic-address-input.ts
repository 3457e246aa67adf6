import { MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";

const MAX_REGION_LENGTH = 6;

@InputType({ description: "A country, or a region of it." })
export class DomesticAddressInput {
  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of the country." })
  @MaxLength(2)
  readonly country!: string;

  @Field(() => String, {
    nullable: true,
    description: "The ISO 3166-2 code of the region after the hyphen. Default: none.",
  })
  @MaxLength(MAX_REGION_LENGTH)
  readonly region?: string | null;
}
