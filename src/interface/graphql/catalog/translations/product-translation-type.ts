import { Field, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { MediaId } from "../../../../domain/catalog/ids.js";
import type { MetafieldText } from "../../../../domain/catalog/metafields/metafield-text.js";
import type { OptionTexts, ValueText } from "../../../../domain/catalog/options/option-texts.js";
import type { ProductTranslation } from "../../../../domain/catalog/products/product-texts.js";
import type { TranslationView } from "../../../../domain/catalog/translations/translation-view.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { seoOf, SeoTranslation } from "./seo-translation.js";
import { TranslationFields } from "./translation-fields.js";

@ObjectType({ simpleResolvers: true, description: "A value of an option in another language." })
class OptionValueTranslation {
  @Field(() => String, { description: "The value in the language of the catalogue." })
  readonly value!: string;

  @Field(() => String, { description: "The value in this language." })
  readonly translation!: string;
}

@ObjectType({ simpleResolvers: true, description: "An option in another language." })
class OptionTranslation {
  @Field(() => String, { description: "The name of the option in the language of the catalogue." })
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description: "The name in this language. Null when it is not translated.",
  })
  readonly translation!: string | null;

  @Cost({ items: 5 })
  @Field(() => [OptionValueTranslation], {
    description: "Its values that are translated.",
  })
  readonly values!: readonly OptionValueTranslation[];
}

@ObjectType({
  simpleResolvers: true,
  description: "The value of a text field in another language.",
})
class MetafieldTranslation {
  @Field(() => String, { description: "The namespace." })
  readonly namespace!: string;

  @Field(() => String, { description: "The key within the namespace." })
  readonly key!: string;

  @Field(() => String, { description: "The text." })
  readonly value!: string;
}

@ObjectType({ simpleResolvers: true, description: "The text of an image in another language." })
class MediaTranslation {
  @Field(() => ID, { description: "The id of the image." })
  readonly mediaId!: MediaId;

  @Field(() => String, { description: "Text for people who cannot see the image." })
  readonly alt!: string;
}

@ObjectType("ProductTranslation", {
  simpleResolvers: true,
  description:
    "The texts of a product in one language. A text that is null or not listed is not translated.",
})
export class ProductTranslationType extends TranslationFields {
  @Field(() => String, { nullable: true, description: "What the product is called." })
  readonly title!: string | null;

  @Cost({ own: 5 })
  @Field(() => String, { nullable: true, description: "The description as HTML." })
  readonly descriptionHtml!: string | null;

  @Field(() => SeoTranslation, { description: "Title and description for search engines." })
  readonly seo!: SeoTranslation;

  @Cost({ items: 2 })
  @Field(() => [OptionTranslation], { description: "Options with a translation." })
  readonly options!: readonly OptionTranslation[];

  @Cost({ own: 5, items: 5 })
  @Field(() => [MetafieldTranslation], { description: "Custom fields with a translation." })
  readonly metafields!: readonly MetafieldText[];

  @Cost({ items: 5 })
  @Field(() => [MediaTranslation], { description: "Images with a translated text." })
  readonly media!: ProductTranslation["media"];
}

@Resolver(() => ProductTranslationType)
class ProductTranslationResolver {
  @FieldResolver()
  seo(@Root() translation: TranslationView<ProductTranslation>): SeoTranslation {
    return seoOf(translation);
  }
}

@Resolver(() => OptionTranslation)
class OptionTranslationResolver {
  @FieldResolver()
  translation(@Root() { text }: OptionTexts): string | null {
    return text;
  }
}

@Resolver(() => OptionValueTranslation)
class OptionValueTranslationResolver {
  @FieldResolver()
  translation(@Root() { text }: ValueText): string {
    return text;
  }
}

@Resolver(() => MediaTranslation)
class MediaTranslationResolver {
  @FieldResolver()
  mediaId(@Root() { id }: ProductTranslation["media"][number]): MediaId {
    return id;
  }
}

export const productTranslationResolvers = [
  ProductTranslationResolver,
  OptionTranslationResolver,
  OptionValueTranslationResolver,
  MediaTranslationResolver,
] as const;
