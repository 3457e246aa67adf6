import { Field, ID, ObjectType } from "type-graphql";
import type { LocationId } from "../../../../domain/inventory/ids.js";

@ObjectType({ simpleResolvers: true, description: "Where buyers collect what they bought." })
export class PickupLocation {
  @Field(() => ID, { description: "The id of the location." })
  readonly locationId!: LocationId;

  @Field(() => String, { description: "The name of the location." })
  readonly name!: string;
}
