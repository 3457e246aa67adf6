import { Field, ObjectType, Resolver, Root } from "type-graphql";
import type { CollectionTranslation } from "../../../../domain/catalog/collections/collection-translation.js";
import type { TranslationView } from "../../../../domain/catalog/translations/translation-view.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { seoOf, SeoTranslation } from "./seo-translation.js";
import { TranslationFields } from "./translation-fields.js";

@ObjectType("CollectionTranslation", {
  simpleResolvers: true,
  description:
    "The texts of a collection in one language. A field is null when it is not translated.",
})
export class CollectionTranslationType extends TranslationFields {
  @Field(() => String, { nullable: true, description: "The title." })
  readonly title!: string | null;

  @Cost({ own: 5 })
  @Field(() => String, { nullable: true, description: "The description as HTML." })
  readonly descriptionHtml!: string | null;

  @Field(() => SeoTranslation, { description: "Title and description for search engines." })
  readonly seo!: SeoTranslation;

  @Field(() => String, {
    nullable: true,
    description: "Text for people who cannot see the image.",
  })
  readonly imageAlt!: string | null;
}

@Resolver(() => CollectionTranslationType)
export class CollectionTranslationResolver {
  @FieldResolver()
  seo(@Root() translation: TranslationView<CollectionTranslation>): SeoTranslation {
    return seoOf(translation);
  }
}
