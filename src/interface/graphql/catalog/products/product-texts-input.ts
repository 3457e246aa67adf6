import { ArrayMaxSize, MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { DescribedInput } from "../seo/described-input.js";

/** What is written about both new and existing products. */
@InputType()
export abstract class ProductTextsInput extends DescribedInput {
  @Field(() => String, {
    nullable: true,
    description: "The vendor or brand, at most 255 characters.",
  })
  @MaxLength(INPUT_LIMITS.name)
  readonly vendor?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The merchant's product type, at most 255 characters.",
  })
  @MaxLength(INPUT_LIMITS.name)
  readonly productType?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Path in a public taxonomy, such as `Home & Garden > Kitchen`, at most 512 characters.",
  })
  @MaxLength(512)
  readonly category?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "All tags, at most 250. To add or remove single tags use `productTagsAdd` and `productTagsRemove`.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(INPUT_LIMITS.name, { each: true })
  readonly tags?: readonly string[] | null;

  @Field(() => Boolean, { nullable: true, description: "Whether this is a gift card." })
  readonly giftCard?: boolean | null;
}
