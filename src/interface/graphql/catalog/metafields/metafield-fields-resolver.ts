import { Ctx, Resolver, Root } from "type-graphql";
import { fullName } from "../../../../domain/catalog/metafields/metafield.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { MetafieldFields, type MetafieldSource } from "./metafield-fields.js";

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
  async name(
    @Root() { namespace, key }: MetafieldSource,
    @Ctx() { api, app, batch, viewer }: GraphqlContext,
  ): Promise<string> {
    const full = fullName({ namespace, key });
    const definition = await batch.load(["metafield texts"], full, (all: readonly string[]) =>
      app.catalog[api].metafieldTexts(all, viewer),
    );
    return definition?.name ?? key;
  }
}
