import { ArgsType, Field, Int } from "type-graphql";

/**
 * Used with `validate: false`: `pageRequest` checks everything, and a validation costs more than a
 * short page.
 */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      "Number of items from the start of the list, or after `after`: 1 to 100. Default 20 when neither `first` nor `last` is given.",
  })
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: "Return only items after this cursor." })
  readonly after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Number of items from the end of the list, or before `before`: 1 to 100. Cannot be combined with `first`.",
  })
  readonly last?: number | null;

  @Field(() => String, { nullable: true, description: "Return only items before this cursor." })
  readonly before?: string | null;
}
