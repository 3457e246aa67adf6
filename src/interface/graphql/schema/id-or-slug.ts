import { MaxLength } from "class-validator";
import { type ClassType, Field, ID, InputType } from "type-graphql";
import { INPUT_LIMITS } from "./input-limits.js";
import { OneOf } from "./one-of.js";

/** What names one thing. The schema demands exactly one of the two. */
export interface IdOrSlug {
  readonly id?: string;
  readonly slug?: string;
}

/** The input type that names one thing by its id or by its slug. */
export const idOrSlug = (name: string, thing: string): ClassType<IdOrSlug> => {
  @OneOf()
  @InputType(name, { description: `Selects a ${thing}. Set exactly one field.` })
  class IdOrSlugInput implements IdOrSlug {
    @Field(() => ID, { nullable: true, description: `The id of the ${thing}.` })
    @MaxLength(INPUT_LIMITS.id)
    readonly id?: string;

    @Field(() => String, { nullable: true, description: `The slug of the ${thing}.` })
    @MaxLength(INPUT_LIMITS.slug)
    readonly slug?: string;
  }
  return IdOrSlugInput;
};

/** The form in which slugs are stored and compared. */
export const slugOf = (raw: string): string => raw.normalize("NFC").toLowerCase();
