import { ObjectType } from "type-graphql";
import { connectionOf } from "../../paging/connection-of.js";
import { CollectionFields } from "./collection-fields.js";

@ObjectType("Collection", {
  simpleResolvers: true,
  description: "A group of products, chosen by hand or by rules. Collections can be nested.",
})
export class ShopCollection extends CollectionFields {}

export const { Connection: ShopCollectionConnection } = connectionOf(
  "Collection",
  "collections",
  () => ShopCollection,
);
