import { Field, ObjectType } from "type-graphql";

@ObjectType({ simpleResolvers: true, description: "Title and description for search engines." })
export class Seo {
  @Field(() => String, {
    description: "The title for search results. Empty: use the page's title.",
  })
  readonly title!: string;

  @Field(() => String, {
    description: "The description for search results. Empty: use the page's description.",
  })
  readonly description!: string;
}
