import { Ctx, Field, ObjectType, Resolver, Root } from "type-graphql";
import {
  choiceLabel,
  type MetafieldChoice,
} from "../../../../domain/catalog/metafields/metafield-choice.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";

@ObjectType("MetafieldChoiceTranslation", {
  simpleResolvers: true,
  description: "The label of a choice in one language.",
})
class MetafieldChoiceTranslation {
  @Field(() => String, { description: "The language tag (BCP 47), such as `de`." })
  readonly locale!: string;

  @Field(() => String, { description: "The label in this language." })
  readonly label!: string;
}

@ObjectType("MetafieldChoice", {
  simpleResolvers: true,
  description: "A value that a custom field of the type CHOICE or CHOICE_LIST may have.",
})
export class MetafieldChoiceType {
  @Field(() => String, { description: "The value that is stored and sent in filters." })
  readonly value!: string;

  @Cost({ items: 2, each: 0.25 })
  @Field(() => [MetafieldChoiceTranslation], {
    description: "The label in other languages, sorted by language tag.",
  })
  readonly translations!: MetafieldChoice["translations"];
}

@Resolver(() => MetafieldChoiceType)
export class MetafieldChoiceResolver {
  @FieldResolver(() => String, {
    description: "The text for display, in the language of the request where it is translated.",
  })
  label(@Root() choice: MetafieldChoice, @Ctx() { shoppingContext }: GraphqlContext): string {
    return choiceLabel(choice, shoppingContext?.locale);
  }
}
