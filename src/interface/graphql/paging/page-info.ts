import { Field, ObjectType } from "type-graphql";

@ObjectType({ simpleResolvers: true, description: "Position of a page in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there are items after this page." })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: "Whether there are items before this page.",
  })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "Cursor of the first item; pass it as `before` for the previous page. Null when the page is empty.",
  })
  readonly startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Cursor of the last item; pass it as `after` for the next page. Null when the page is empty.",
  })
  readonly endCursor!: string | null;
}
