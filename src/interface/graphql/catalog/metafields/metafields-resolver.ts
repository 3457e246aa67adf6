import { Arg, type ClassType, Resolver, Root } from "type-graphql";
import type { Metafield } from "../../../../domain/catalog/metafields/metafield.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import type { MetafieldSource } from "./metafield-fields.js";

interface Owner {
  readonly id: string;
  readonly metafields?: readonly Metafield[];
}

/**
 * The custom fields of one kind of owner, in one API.
 * @param what the owner in descriptions: "product"
 */
export const metafieldsResolver = (
  Type: ClassType,
  MetafieldObject: ClassType,
  what: string,
): ClassType => {
  @Resolver(() => Type)
  class MetafieldsResolver {
    @Cost({ own: 5, items: 5, each: 0.25 })
    @FieldResolver(() => [MetafieldObject], { description: "All custom fields." })
    metafields(@Root() { id: ownerId, metafields = [] }: Owner): readonly MetafieldSource[] {
      return metafields.map((field) => ({ ...field, ownerId }));
    }

    @Cost({ own: 1 })
    @FieldResolver(() => MetafieldObject, {
      nullable: true,
      description: `One custom field. Null when the ${what} has no value for it.`,
    })
    metafield(
      @Root() { id: ownerId, metafields = [] }: Owner,
      @Arg("namespace", () => String, { description: "The namespace." }) namespace: string,
      @Arg("key", () => String, { description: "The key within the namespace." })
      key: string,
    ): MetafieldSource | null {
      const found = metafields.find((field) => field.namespace === namespace && field.key === key);
      return found ? { ...found, ownerId } : null;
    }
  }
  return MetafieldsResolver;
};
