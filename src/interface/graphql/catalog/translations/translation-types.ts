import { Field, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { MediaId } from "../../../../domain/catalog/ids.js";
import type { CollectionTranslation } from "../../../../domain/catalog/translations/collection-texts.js";
import type {
  MetafieldText,
  OptionTexts,
  ProductTranslation,
  ValueText,
} from "../../../../domain/catalog/translations/product-texts.js";
import type { Stated } from "../../../../domain/catalog/translations/stated-translations.js";
import { FieldResolver } from "../../field-resolver.js";

const MISSING =
  "The places of texts that are shown in the language of the catalogue where this one is wanted, such as `title` or `options.Size.values.M`.";

/** What is said in one language, and what is not. */
@ObjectType({ simpleResolvers: true })
export abstract class TranslationFields {
  @Field(() => String, {
    description: "The language, as a canonical tag of BCP 47: `de`, `de-AT`.",
  })
  readonly locale!: string;

  @Field(() => [String], { description: MISSING })
  readonly missing!: readonly string[];

  @Field(() => Boolean, {
    description:
      "Whether nothing is missing: every text is there in this language, or in the one above it.",
  })
  readonly isComplete!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: "What search engines are told in another language.",
})
export class SeoTranslation {
  @Field(() => String, {
    nullable: true,
    description: "The title for search results. Null where it is not translated.",
  })
  readonly title!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The description for search results. Null where it is not translated.",
  })
  readonly description!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A value of an option in another language." })
export class OptionValueTranslation {
  @Field(() => String, { description: "The value as it is stored." })
  readonly value!: string;

  @Field(() => String, { description: "What it is called there." })
  readonly translation!: string;
}

@ObjectType({ simpleResolvers: true, description: "An option in another language." })
export class OptionTranslation {
  @Field(() => String, { description: "The name of the option as it is stored." })
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description: "What it is called there. Null where it is not translated.",
  })
  readonly translation!: string | null;

  @Field(() => [OptionValueTranslation], {
    description: "Those of its values that are translated.",
  })
  readonly values!: readonly OptionValueTranslation[];
}

@ObjectType({ simpleResolvers: true, description: "A custom field of words in another language." })
export class MetafieldTranslation {
  @Field(() => String, { description: "The group of the field." })
  readonly namespace!: string;

  @Field(() => String, { description: "The name of the field within its group." })
  readonly key!: string;

  @Field(() => String, { description: "The words." })
  readonly value!: string;
}

@ObjectType({ simpleResolvers: true, description: "The text of an image in another language." })
export class MediaTranslation {
  @Field(() => ID, { description: "The id of the image." })
  readonly mediaId!: MediaId;

  @Field(() => String, { description: "What it shows, for those who cannot see it." })
  readonly alt!: string;
}

@ObjectType("ProductTranslation", {
  simpleResolvers: true,
  description:
    "The texts of a product in one language. Null, or not named, is what nobody has translated.",
})
export class ProductTranslationType extends TranslationFields {
  @Field(() => String, { nullable: true, description: "What the product is called." })
  readonly title!: string | null;

  @Field(() => String, { nullable: true, description: "The description as HTML." })
  readonly descriptionHtml!: string | null;

  @Field(() => SeoTranslation, { description: "What search engines are told." })
  readonly seo!: SeoTranslation;

  @Field(() => [OptionTranslation], { description: "Options that are translated." })
  readonly options!: readonly OptionTranslation[];

  @Field(() => [MetafieldTranslation], { description: "Custom fields that are translated." })
  readonly metafields!: readonly MetafieldText[];

  @Field(() => [MediaTranslation], { description: "Images whose text is translated." })
  readonly media!: ProductTranslation["media"];
}

@ObjectType("CollectionTranslation", {
  simpleResolvers: true,
  description: "The texts of a collection in one language. Null is what nobody has translated.",
})
export class CollectionTranslationType extends TranslationFields {
  @Field(() => String, { nullable: true, description: "What the collection is called." })
  readonly title!: string | null;

  @Field(() => String, { nullable: true, description: "The description as HTML." })
  readonly descriptionHtml!: string | null;

  @Field(() => SeoTranslation, { description: "What search engines are told." })
  readonly seo!: SeoTranslation;

  @Field(() => String, {
    nullable: true,
    description: "What its image shows, for those who cannot see it.",
  })
  readonly imageAlt!: string | null;
}

@ObjectType("MetafieldDefinitionTranslation", {
  simpleResolvers: true,
  description: "What a custom field is called in one language. Null is what nobody has translated.",
})
export class MetafieldDefinitionTranslationType extends TranslationFields {
  @Field(() => String, { nullable: true, description: "What forms call it." })
  readonly name!: string | null;

  @Field(() => String, { nullable: true, description: "What it is for." })
  readonly description!: string | null;
}

@Resolver(() => TranslationFields)
class TranslationFieldsResolver {
  @FieldResolver()
  isComplete(@Root() { missing }: Stated<object>): boolean {
    return missing.length === 0;
  }
}

const seoOf = ({
  seoTitle: title,
  seoDescription: description,
}: Pick<ProductTranslation, "seoTitle" | "seoDescription">): SeoTranslation => ({
  title,
  description,
});

@Resolver(() => ProductTranslationType)
class ProductTranslationResolver {
  @FieldResolver()
  seo(@Root() translation: Stated<ProductTranslation>): SeoTranslation {
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

@Resolver(() => CollectionTranslationType)
class CollectionTranslationResolver {
  @FieldResolver()
  seo(@Root() translation: Stated<CollectionTranslation>): SeoTranslation {
    return seoOf(translation);
  }
}

export const translationResolvers = [
  TranslationFieldsResolver,
  ProductTranslationResolver,
  OptionTranslationResolver,
  OptionValueTranslationResolver,
  MediaTranslationResolver,
  CollectionTranslationResolver,
] as const;
