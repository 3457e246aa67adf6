import { ObjectType } from "type-graphql";
import { MetafieldFields } from "./metafield-fields.js";

@ObjectType("Metafield", {
  simpleResolvers: true,
  description: "A custom field with its value.",
})
export class ShopMetafield extends MetafieldFields {}
