import { ObjectType } from "type-graphql";
import { OrderFields } from "./order-fields.js";

@ObjectType("Order", {
  simpleResolvers: true,
  description: "The promise made to a buyer: what was ordered, as it was called and priced then.",
})
export class ShopOrder extends OrderFields {}
