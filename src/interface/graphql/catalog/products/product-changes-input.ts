import { Length, MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { ProductTextsInput } from "./product-texts-input.js";

@InputType({
  description: "Changes to a product. Omitted fields stay; null clears a field.",
})
export class ProductChangesInput extends ProductTextsInput {
  @Field(() => String, {
    nullable: true,
    description: "The title, 1 to 255 characters.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The slug. The former slug continues to redirect to this product.",
  })
  @MaxLength(INPUT_LIMITS.slug)
  readonly slug?: string | null;
}
