import { Field, ObjectType } from "type-graphql";
import type { Warning } from "../../../application/shared/warning.js";
import { UserError } from "../errors/user-error.js";
import { Cost } from "../schema/cost.js";
import { ItemResult } from "./item-result.js";
import { WarningType } from "./warning-type.js";

/** What became of one item of a bulk mutation that changes things. */
@ObjectType({ simpleResolvers: true })
export abstract class ChangedItemResult extends ItemResult {
  @Cost({ items: 1 })
  @Field(() => [UserError], {
    description: "Why the item was not changed: all reasons at once.",
  })
  readonly userErrors!: readonly object[];

  @Cost({ items: 1 })
  @Field(() => [WarningType], {
    description: "Notes about a change that was made.",
  })
  readonly warnings!: readonly Warning[];
}
