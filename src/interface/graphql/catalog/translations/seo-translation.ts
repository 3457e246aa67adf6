import { Field, ObjectType } from "type-graphql";
import type { ProductTranslation } from "../../../../domain/catalog/products/product-texts.js";

@ObjectType({
  simpleResolvers: true,
  description: "Title and description for search engines in another language.",
})
export class SeoTranslation {
  @Field(() => String, {
    nullable: true,
    description: "The title for search results. Null when it is not translated.",
  })
  readonly title!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The description for search results. Null when it is not translated.",
  })
  readonly description!: string | null;
}

/** The texts for search engines of a translation. */
export const seoOf = ({
  seoTitle: title,
  seoDescription: description,
}: Pick<ProductTranslation, "seoTitle" | "seoDescription">): SeoTranslation => ({
  title,
  description,
});
