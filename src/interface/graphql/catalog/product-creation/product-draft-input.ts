import { ArrayMaxSize, Length, MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import type { ProductStatus } from "../../../../domain/catalog/products/product-content.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { MediaDraftInput } from "../images/media-draft-input.js";
import { MetafieldInput } from "../metafields/metafield-input.js";
import { OptionDraftInput } from "../options/option-draft-input.js";
import { ProductStatuses } from "../products/product-statuses.js";
import { ProductTextsInput } from "../products/product-texts-input.js";
import { VariantDraftInput } from "../variants/variant-draft-input.js";

@InputType({ description: "A new product. Only the title is required." })
export class ProductDraftInput extends ProductTextsInput {
  @Field(() => String, { description: "The title, 1 to 255 characters." })
  @Length(1, INPUT_LIMITS.name)
  readonly title!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The slug. Omitted: derived from the title, with a number appended when that slug is in use.",
  })
  @MaxLength(INPUT_LIMITS.slug)
  readonly slug?: string | null;

  @Field(() => ProductStatuses, {
    nullable: true,
    description:
      "The status. Default DRAFT. The shop shows the product only after it is published.",
  })
  readonly status?: ProductStatus | null;

  @Field(() => [OptionDraftInput], {
    nullable: true,
    description: "The options, at most 10. Omitted: a product without options.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly options?: readonly OptionDraftInput[] | null;

  @Field(() => [VariantDraftInput], {
    nullable: true,
    description:
      "The variants, in order, at most 250. A product without options gets one variant when none is given.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly variants?: readonly VariantDraftInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether to create a variant for every combination of option values without a given variant. At most 250 combinations.",
  })
  readonly generateVariants?: boolean | null;

  @Field(() => [MediaDraftInput], {
    nullable: true,
    description: "The images, in order, at most 250.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly media?: readonly MediaDraftInput[] | null;

  @Field(() => [MetafieldInput], {
    nullable: true,
    description: "Custom fields with their values, at most 250. Each needs a definition.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly metafields?: readonly MetafieldInput[] | null;
}
