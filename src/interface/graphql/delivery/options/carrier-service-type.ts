import { Field, ObjectType } from "type-graphql";

@ObjectType("CarrierService", {
  simpleResolvers: true,
  description: "The service of a carrier that delivers.",
})
export class CarrierServiceType {
  @Field(() => String, { description: "The key of the carrier." })
  readonly carrier!: string;

  @Field(() => String, { description: "The service, as the carrier calls it." })
  readonly service!: string;
}
