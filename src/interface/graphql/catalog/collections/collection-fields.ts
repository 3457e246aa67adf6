import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import type { Selected } from "../../../../application/catalog/ports/audience.js";
import type { CollectionView } from "../../../../application/catalog/ports/collection-view.js";
import {
  COLLECTION_ORDERS,
  type CollectionOrder,
} from "../../../../domain/catalog/collections/collection-content.js";
import type { Media } from "../../../../domain/catalog/images/media.js";
import { MediaType } from "../../media/media-type.js";
import { enumOf } from "../../schema/enum-of.js";
import { Cost } from "../../schema/cost.js";
import { Node } from "../../schema/node.js";
import { Seo } from "../seo/seo.js";

/** The fields of a collection in both APIs. */
@ObjectType({ implements: Node, simpleResolvers: true })
export abstract class CollectionFields extends Node {
  @Field(() => String, {
    description:
      "The URL segment: `/collections/{slug}`. Unique; letters of any script are allowed.",
  })
  readonly slug!: string;

  @Field(() => String, { description: "The title." })
  readonly title!: string;

  @Cost({ own: 5 })
  @Field(() => String, {
    description:
      "The description as HTML, exactly as the merchant entered it. Sanitise it before you render it.",
  })
  readonly descriptionHtml!: string;

  @Cost({ own: 5 })
  @Field(() => String, { description: "The description as plain text, on one line." })
  readonly description!: string;

  @Field(() => MediaType, {
    nullable: true,
    description: "The image. Null when there is none.",
  })
  readonly image!: Media | null;

  @Field(() => Seo, { description: "Title and description for search engines." })
  readonly seo!: Seo;

  @Field(() => CollectionOrders, { description: "Default order of `products`." })
  readonly sortOrder!: CollectionOrder;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Start of the publication. Null when the collection is not published.",
  })
  readonly publishedAt!: Date | null;

  @Field(() => GraphQLDateTime, { description: "When the collection was created." })
  readonly createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: "When the collection was last changed." })
  readonly updatedAt!: Date;
}

export const CollectionOrders = enumOf(COLLECTION_ORDERS);
registerEnumType(CollectionOrders, {
  name: "CollectionSortOrder",
  description: "Default order of the products of a collection.",
  valuesConfig: {
    MANUAL: { description: "By the merchant's order. Products added by rules come last." },
    TITLE_ASC: { description: "By title, A to Z." },
    TITLE_DESC: { description: "By title, Z to A." },
    PRICE_ASC: {
      description: "By lowest price, lowest first. Products without a price come last.",
    },
    PRICE_DESC: {
      description: "By lowest price, highest first. Products without a price come first.",
    },
    CREATED_ASC: { description: "By creation time, oldest first." },
    CREATED_DESC: { description: "By creation time, newest first." },
  },
});

export type CollectionSource = Selected<CollectionView>;
