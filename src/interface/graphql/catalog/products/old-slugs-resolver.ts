import { Ctx, Resolver, Root } from "type-graphql";
import type { ProductId } from "../../../../domain/catalog/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { AdminProduct } from "./admin-product.js";
import type { ProductSource } from "./product-fields.js";

/** The slugs that a product once had. */
@Resolver(() => AdminProduct)
export class OldSlugsResolver {
  @FieldResolver()
  async oldSlugs(
    @Root() { id }: ProductSource,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<readonly string[]> {
    return (
      (await batch.load(["old slugs"], id, (ids: readonly ProductId[]) =>
        app.catalog.oldSlugs(ids, viewer),
      )) ?? []
    );
  }
}
