import { Field, Int, ObjectType } from "type-graphql";
import type { MetafieldDefinitionCreate } from "../../../../application/catalog/metafields/metafield-definition-create.js";
import type { Selected } from "../../../../application/catalog/ports/audience.js";
import type { MetafieldDefinitionView } from "../../../../application/catalog/ports/metafield-reads.js";
import type { MetafieldChoice } from "../../../../domain/catalog/metafields/metafield-choice.js";
import type { MetafieldOwner } from "../../../../domain/catalog/metafields/metafield-usage.js";
import { connectionOf } from "../../paging/connection-of.js";
import { Cost } from "../../schema/cost.js";
import { Node } from "../../schema/node.js";
import { versioned } from "../../schema/versioned.js";
import { MetafieldChoiceType } from "./metafield-choice-type.js";
import { MetafieldOwners } from "./metafield-owners.js";
import { MetafieldTypes } from "./metafield-types.js";

@ObjectType("MetafieldDefinition", {
  implements: Node,
  simpleResolvers: true,
  description: "The definition of a custom field.",
})
export class MetafieldDefinitionType extends versioned(Node) {
  @Field(() => String, { description: "The namespace, such as `care`." })
  readonly namespace!: string;

  @Field(() => String, {
    description: "The key within the namespace, such as `washing`.",
  })
  readonly key!: string;

  @Field(() => MetafieldTypes, { description: "The type of the values." })
  readonly type!: MetafieldDefinitionCreate["definition"]["type"];

  @Field(() => String, { description: "The name for display." })
  readonly name!: string;

  @Field(() => String, { description: "What the field is for. May be empty." })
  readonly description!: string;

  @Field(() => [MetafieldOwners], { description: "What can have values of the field." })
  readonly owners!: readonly MetafieldOwner[];

  @Field(() => Boolean, {
    description: "Whether the search filters products by the field, so that it is a facet.",
  })
  readonly filterable!: boolean;

  @Field(() => Boolean, { description: "Whether the search sorts products by the field." })
  readonly sortable!: boolean;

  @Cost({ items: 10, each: 0.25 })
  @Field(() => [MetafieldChoiceType], {
    description: "The choices of a field of choices in the merchant's order; otherwise empty.",
  })
  readonly choices!: readonly MetafieldChoice[];

  @Field(() => Int, {
    description:
      "Number of products, variants and collections that have a value. It can be deleted only when this is 0.",
  })
  readonly usedBy!: number;
}

export type MetafieldDefinitionSource = Selected<MetafieldDefinitionView>;

export const { Connection: MetafieldDefinitionConnection } = connectionOf(
  "MetafieldDefinition",
  "custom field definitions",
  () => MetafieldDefinitionType,
);
