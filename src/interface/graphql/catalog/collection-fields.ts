import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType, registerEnumType, Resolver, Root } from "type-graphql";
import type { CollectionView, Selected } from "../../../application/catalog/ports.js";
import { COLLECTION_ORDERS, type CollectionOrder } from "../../../domain/catalog/collection.js";
import type { Media } from "../../../domain/catalog/media.js";
import { enumOf } from "../enum-of.js";
import { FieldResolver } from "../field-resolver.js";
import { Node } from "../node.js";
import { MediaType } from "./media-type.js";
import { plainText } from "./plain-text.js";
import { Seo } from "./value-types.js";

export const CollectionOrders = enumOf(COLLECTION_ORDERS);
registerEnumType(CollectionOrders, {
  name: "CollectionSortOrder",
  description: "In which order a collection shows its products to those who ask for none.",
  valuesConfig: {
    MANUAL: { description: "As the merchant has arranged them; what rules bring in comes last." },
    TITLE_ASC: { description: "By title, from A to Z." },
    TITLE_DESC: { description: "By title, from Z to A." },
    PRICE_ASC: {
      description: "By lowest price, the cheapest first. Products without a price come last.",
    },
    PRICE_DESC: {
      description: "By lowest price, the dearest first. Products without a price come first.",
    },
    CREATED_ASC: { description: "By the moment they were added, the oldest first." },
    CREATED_DESC: { description: "By the moment they were added, the newest first." },
  },
});

export type CollectionSource = Selected<CollectionView>;

/** What the shop and its staff both see of a collection. */
@ObjectType({ implements: Node, simpleResolvers: true })
export abstract class CollectionFields extends Node {
  @Field(() => String, {
    description:
      "The collection's part of an address: `/collections/{slug}`. Unique, and may hold letters of any script.",
  })
  readonly slug!: string;

  @Field(() => String, { description: "What the collection is called." })
  readonly title!: string;

  @Field(() => String, {
    description:
      "The description as HTML, exactly as the merchant entered it: sanitise it before you put it into a page.",
  })
  readonly descriptionHtml!: string;

  @Field(() => String, { description: "The description as plain text in one line." })
  readonly description!: string;

  @Field(() => MediaType, {
    nullable: true,
    description: "The image of the collection. Null when there is none.",
  })
  readonly image!: Media | null;

  @Field(() => Seo, { description: "What search engines are told." })
  readonly seo!: Seo;

  @Field(() => CollectionOrders, { description: "In which order `products` are given." })
  readonly sortOrder!: CollectionOrder;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "From when on the shop shows the collection. Null when it is not published.",
  })
  readonly publishedAt!: Date | null;

  @Field(() => GraphQLDateTime, { description: "When the collection was added." })
  readonly createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: "When the collection was last changed." })
  readonly updatedAt!: Date;
}

@Resolver(() => CollectionFields)
export class CollectionFieldsResolver {
  @FieldResolver()
  description(@Root() { descriptionHtml = "" }: CollectionSource): string {
    return plainText(descriptionHtml);
  }

  @FieldResolver()
  publishedAt(@Root() { publication }: CollectionSource): Date | null {
    return publication?.from ?? null;
  }
}
