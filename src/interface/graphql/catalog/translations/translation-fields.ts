import { Field, ObjectType, Resolver, Root } from "type-graphql";
import type { TranslationView } from "../../../../domain/catalog/translations/translation-view.js";
import { FieldResolver } from "../../schema/field-resolver.js";

const MISSING =
  "Paths of the texts that fall back to the language of the catalogue, such as `title` or `options.Size.values.M`.";

/** The fields of every translation. */
@ObjectType({ simpleResolvers: true })
export abstract class TranslationFields {
  @Field(() => String, {
    description: "The language as a canonical BCP 47 tag: `de`, `de-AT`.",
  })
  readonly locale!: string;

  @Field(() => [String], { description: MISSING })
  readonly missing!: readonly string[];

  @Field(() => Boolean, {
    description:
      "Whether every text is available in this language or in a more general one (`de` for `de-AT`).",
  })
  readonly isComplete!: boolean;
}

@Resolver(() => TranslationFields)
export class TranslationFieldsResolver {
  @FieldResolver()
  isComplete(@Root() { missing }: TranslationView<object>): boolean {
    return missing.length === 0;
  }
}
