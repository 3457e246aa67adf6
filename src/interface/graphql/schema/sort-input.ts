import { type ClassType, Field, InputType } from "type-graphql";

/** How to sort a list. */
export interface SortInput<Key extends string> {
  readonly key: Key;
  readonly reverse?: boolean | null;
}

/** The input type of an order of a list. */
export const sortInput = <Key extends string>(
  name: string,
  description: string,
  keys: { readonly [Name in Key]: Name },
): ClassType<SortInput<Key>> => {
  @InputType(name, { description })
  class ListSortInput implements SortInput<Key> {
    @Field(() => keys, { description: "The sort key." })
    readonly key!: Key;

    @Field(() => Boolean, {
      nullable: true,
      defaultValue: false,
      description: "Reverses the order.",
    })
    readonly reverse?: boolean | null;
  }
  return ListSortInput;
};
