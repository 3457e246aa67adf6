import { MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

@InputType({ description: "The texts of a delivery option in one language." })
export class DeliveryOptionTranslationInput {
  @Field(() => String, { description: "The language as a BCP 47 tag: `de`, `de-AT`, `zh-Hant`." })
  @MaxLength(INPUT_LIMITS.localeTag)
  readonly locale!: string;

  @Field(() => String, { nullable: true, description: "The name, 1 to 255 characters." })
  @MaxLength(INPUT_LIMITS.name)
  readonly name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The description as plain text, at most 1,000 characters.",
  })
  @MaxLength(1_000)
  readonly description?: string | null;
}
