import { Field, Int, ObjectType } from "type-graphql";
import type { CollectionKind } from "../../../../domain/catalog/collections/collection-content.js";
import type { CollectionRules } from "../../../../domain/catalog/collections/collection-rules.js";
import type { Publication } from "../../../../domain/catalog/publication.js";
import { connectionOf } from "../../paging/connection-of.js";
import { PublicationType } from "../publication/publication-type.js";
import { CollectionFields } from "./collection-fields.js";
import { CollectionKinds } from "./collection-kinds.js";
import { CollectionRulesType } from "./collection-rules-type.js";

@ObjectType("Collection", {
  simpleResolvers: true,
  description: "A group of products, chosen by hand or by rules. Collections can be nested.",
})
export class AdminCollection extends CollectionFields {
  @Field(() => CollectionKinds, { description: "Whether products are chosen by hand or by rules." })
  readonly kind!: CollectionKind;

  @Field(() => CollectionRulesType, {
    nullable: true,
    description: "The rules of an automated collection. Null for a manual one.",
  })
  readonly rules!: CollectionRules | null;

  @Field(() => Boolean, {
    description:
      "Whether the products are still being matched against new rules. Until then some products are missing, and some are listed that will be removed. Later changes of single products are applied within seconds and do not set this.",
  })
  readonly evaluating!: boolean;

  @Field(() => PublicationType, {
    nullable: true,
    description: "When the collection is published in the shop. Null when it is not published.",
  })
  readonly publication!: Publication | null;

  @Field(() => Int, {
    description:
      "Increases with each change. Send it as `expectedVersion` to refuse a change to anything newer.",
  })
  readonly version!: number;
}

export const { Connection: AdminCollectionConnection } = connectionOf(
  "Collection",
  "collections",
  () => AdminCollection,
);
