import { Arg, Resolver, Root } from "type-graphql";
import type { Metafield } from "../../../../domain/catalog/metafields/metafield.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { ProductFields, type ProductSource } from "../products/product-fields.js";
import { MetafieldObject } from "./metafield-object.js";

/** The custom fields of a product, in both APIs. */
@Resolver(() => ProductFields)
export class ProductMetafieldsResolver {
  @Cost({ own: 5, items: 5, each: 0.25 })
  @FieldResolver(() => [MetafieldObject], { description: "All custom fields." })
  metafields(@Root() { metafields = [] }: ProductSource): readonly Metafield[] {
    return metafields;
  }

  @Cost({ own: 1 })
  @FieldResolver(() => MetafieldObject, {
    nullable: true,
    description: "One custom field. Null when the product has no value for it.",
  })
  metafield(
    @Root() { metafields = [] }: ProductSource,
    @Arg("namespace", () => String, { description: "The namespace." }) namespace: string,
    @Arg("key", () => String, { description: "The key within the namespace." })
    key: string,
  ): Metafield | null {
    return metafields.find((field) => field.namespace === namespace && field.key === key) ?? null;
  }
}
