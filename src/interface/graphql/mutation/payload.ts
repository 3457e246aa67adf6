import { Field, ObjectType } from "type-graphql";
import type { Warning } from "../../../application/shared/warning.js";
import { UserError } from "../errors/user-error.js";
import { Cost } from "../schema/cost.js";
import { WarningType } from "./warning-type.js";

/**
 * The base of all payloads. A payload adds the entity, which is null when the change was refused.
 */
@ObjectType({ simpleResolvers: true })
export abstract class Payload {
  @Cost({ items: 1 })
  @Field(() => [UserError], {
    description: "Why nothing was changed: all reasons at once. Empty when the change was made.",
  })
  readonly userErrors!: readonly object[];

  @Cost({ items: 1 })
  @Field(() => [WarningType], {
    description: "Notes about a change that was made.",
  })
  readonly warnings!: readonly Warning[];
}
