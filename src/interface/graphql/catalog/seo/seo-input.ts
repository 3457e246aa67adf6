import { MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

@InputType({
  description:
    "Title and description for search engines. Omitted fields stay; null clears a field.",
})
export class SeoInput {
  @Field(() => String, {
    nullable: true,
    description:
      "The title for search results, at most 255 characters. Empty: the page's title is used.",
  })
  @MaxLength(INPUT_LIMITS.name)
  readonly title?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The description for search results, at most 1,000 characters. Empty: the page's description is used.",
  })
  @MaxLength(1_000)
  readonly description?: string | null;
}
