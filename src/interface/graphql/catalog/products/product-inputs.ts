import { ArrayMaxSize, Length, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import {
  LONGEST_HTML,
  LONGEST_ID,
  LONGEST_NAME,
  LONGEST_SLUG,
  MOST_ENTRIES,
} from "../../input-limits.js";
import { VersionedInput } from "../../mutation-inputs.js";

@InputType({
  description: "What search engines are told. What is left out stays, null takes it away.",
})
export class SeoInput {
  @Field(() => String, {
    nullable: true,
    description:
      "The title for search results, at most 255 characters. Empty: the title of the page.",
  })
  @MaxLength(LONGEST_NAME)
  readonly title?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The description for search results, at most 1,000 characters. Empty: the description of the page.",
  })
  @MaxLength(1_000)
  readonly description?: string | null;
}

/** What is written about a new product as about one that is there. */
@InputType()
export abstract class ProductTextsInput {
  @Field(() => String, {
    nullable: true,
    description: "The description as HTML, at most 500,000 characters. It is stored as it is.",
  })
  @MaxLength(LONGEST_HTML)
  readonly descriptionHtml?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Who makes the product, at most 255 characters.",
  })
  @MaxLength(LONGEST_NAME)
  readonly vendor?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The merchant's own kind of product, at most 255 characters.",
  })
  @MaxLength(LONGEST_NAME)
  readonly productType?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "A path in a public taxonomy, such as `Home & Garden > Kitchen`, at most 512 characters.",
  })
  @MaxLength(512)
  readonly category?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "All tags, at most 250. To add or remove single ones there are mutations of their own.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_NAME, { each: true })
  readonly tags?: readonly string[] | null;

  @Field(() => Boolean, { nullable: true, description: "Whether this is a gift card." })
  readonly giftCard?: boolean | null;

  @Field(() => SeoInput, { nullable: true, description: "What search engines are told." })
  @ValidateNested()
  readonly seo?: SeoInput | null;
}

@InputType({
  description: "What people write about a product. What is left out stays, null takes it away.",
})
export class ProductChangesInput extends ProductTextsInput {
  @Field(() => String, {
    nullable: true,
    description: "What the product is called, 1 to 255 characters.",
  })
  @Length(1, LONGEST_NAME)
  readonly title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The product's part of its address. The old one goes on leading here.",
  })
  @MaxLength(LONGEST_SLUG)
  readonly slug?: string | null;
}

/** What every mutation of one product says first. */
@InputType()
export abstract class ProductTargetInput extends VersionedInput {
  @Field(() => ID, { description: "Which product." })
  @MaxLength(LONGEST_ID)
  readonly id!: string;
}

@InputType({ description: "Which product to change, and how." })
export class ProductUpdateInput extends ProductTargetInput {
  @Field(() => ProductChangesInput, { description: "What is to be different." })
  @ValidateNested()
  readonly changes!: ProductChangesInput;
}
