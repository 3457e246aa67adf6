import { Ctx, Resolver, Root } from "type-graphql";
import type { Selected } from "../../../../application/catalog/ports/audience.js";
import type { MetafieldDefinitionView } from "../../../../application/catalog/ports/metafield-reads.js";
import { choiceLabel } from "../../../../domain/catalog/metafields/metafield-choice.js";
import { valuesOf } from "../../../../domain/catalog/metafields/metafield-form.js";
import { isChoiceType } from "../../../../domain/catalog/metafields/metafield-type.js";
import { fullName } from "../../../../domain/catalog/metafields/metafield.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { MetafieldFields, type MetafieldSource } from "./metafield-fields.js";

/** The texts of the definitions of all fields of a page are one statement. */
const definitionOf = (
  field: MetafieldSource,
  { api, app, batch, viewer }: GraphqlContext,
): Promise<Selected<MetafieldDefinitionView> | null> =>
  batch.load(["metafield texts"], fullName(field), (all: readonly string[]) =>
    app.catalog[api].metafieldTexts(all, viewer),
  );

/** What a custom field has in both APIs besides its value. */
@Resolver(() => MetafieldFields)
export class MetafieldFieldsResolver {
  @FieldResolver()
  id(@Root() field: MetafieldSource): string {
    return `${field.ownerId}.${fullName(field)}`;
  }

  @Cost({ own: 0.25 })
  @FieldResolver(() => String, {
    description:
      "The name of the field for display, in the language of the request, such as `Washing`. The key when the field has no definition.",
  })
  async name(@Root() field: MetafieldSource, @Ctx() context: GraphqlContext): Promise<string> {
    return (await definitionOf(field, context))?.name ?? field.key;
  }

  @Cost({ own: 0.25 })
  @FieldResolver(() => [String], {
    description: "The values of a list in their order, otherwise the only one: `value` itself.",
  })
  values(@Root() field: MetafieldSource): readonly string[] {
    return valuesOf(field);
  }

  @Cost({ own: 0.25 })
  @FieldResolver(() => [String], {
    description:
      "Each of `values` for display: the label of a choice in the language of the request, otherwise the value.",
  })
  async labels(
    @Root() field: MetafieldSource,
    @Ctx() context: GraphqlContext,
  ): Promise<readonly string[]> {
    const values = valuesOf(field);
    if (!isChoiceType(field.type)) return values;
    const choices = (await definitionOf(field, context))?.choices ?? [];
    const locale = context.shoppingContext?.locale;
    return values.map((value) => {
      const choice = choices.find((one) => one.value === value);
      return choice ? choiceLabel(choice, locale) : value;
    });
  }
}
