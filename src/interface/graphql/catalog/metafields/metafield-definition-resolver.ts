import { Ctx, Resolver, Root } from "type-graphql";
import type { MetafieldDefinitionId } from "../../../../domain/catalog/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import {
  type MetafieldDefinitionSource,
  MetafieldDefinitionType,
} from "./metafield-definition-type.js";

@Resolver(() => MetafieldDefinitionType)
export class MetafieldDefinitionResolver {
  @FieldResolver()
  async usedBy(
    @Root() { id }: MetafieldDefinitionSource,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<number> {
    return (
      (await batch.load(["count metafield uses"], id, (ids: readonly MetafieldDefinitionId[]) =>
        app.catalog.metafieldDefinitions.countUses(ids, viewer),
      )) ?? 0
    );
  }
}
