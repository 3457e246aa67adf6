import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../paging/connection-of.js";
import { Cost } from "../../schema/cost.js";
import { Node } from "../../schema/node.js";
import { versioned } from "../../schema/versioned.js";

@ObjectType("LocationAddress", { simpleResolvers: true, description: "Where a location is." })
export class LocationAddressType {
  @Field(() => String, { description: "The first line: street and number." })
  readonly line1!: string;

  @Field(() => String, { nullable: true, description: "The second line. Null: none." })
  readonly line2!: string | null;

  @Field(() => String, { description: "The city." })
  readonly city!: string;

  @Field(() => String, {
    nullable: true,
    description: "The part of ISO 3166-2 after the hyphen, such as `QC`. Null: none.",
  })
  readonly region!: string | null;

  @Field(() => String, { nullable: true, description: "The postal code. Null: none." })
  readonly postalCode!: string | null;

  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of the country." })
  readonly country!: string;
}

@ObjectType("Location", {
  implements: Node,
  simpleResolvers: true,
  description: "A place that holds stock. Every shop has the location `default`.",
})
export class LocationType extends versioned(Node) {
  @Field(() => String, { description: "The key for programs. Unique. It never changes." })
  readonly key!: string;

  @Field(() => String, { description: "The name." })
  readonly name!: string;

  @Field(() => LocationAddressType, {
    nullable: true,
    description: "Its address. Null when it is not known.",
  })
  readonly address!: LocationAddressType | null;

  @Field(() => Int, {
    description: "Of the locations that serve a buyer, those with smaller numbers are asked first.",
  })
  readonly priority!: number;

  @Cost({ items: 5 })
  @Field(() => [ID], { description: "The ids of the markets that it serves. Empty: all." })
  readonly marketIds!: readonly string[];

  @Cost({ items: 5 })
  @Field(() => [String], {
    description: "The countries that it sends to, as ISO 3166-1 alpha-2 codes. Empty: all.",
  })
  readonly countries!: readonly string[];

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Since when it is closed: it holds no stock. Null while it is open.",
  })
  readonly closedAt!: Date | null;
}

export const { Connection: LocationConnection } = connectionOf(
  "Location",
  "locations",
  () => LocationType,
);
