import { Field, ObjectType, registerEnumType } from "type-graphql";
import { CONTEXTS } from "../../../application/contexts.js";
import type { Context } from "../../../application/shared/context.js";
import {
  SHARED_WARNINGS,
  type WarningCode,
  type WarningMeanings,
} from "../../../application/shared/warning.js";
import { enumOf } from "../schema/enum-of.js";

/** What each code means, in all contexts. */
const MEANINGS: WarningMeanings = Object.assign(
  {},
  SHARED_WARNINGS,
  ...CONTEXTS.map((context: Context) => context.warnings),
);
const WarningCodes = enumOf(Object.keys(MEANINGS));
registerEnumType(WarningCodes, {
  name: "WarningCode",
  description: "Codes of warnings.",
  valuesConfig: Object.fromEntries(
    Object.entries(MEANINGS).map(([code, description]) => [code, { description }]),
  ),
});

@ObjectType("Warning", {
  simpleResolvers: true,
  description: "A note about a change that was made.",
})
export class WarningType {
  @Field(() => WarningCodes, { description: "The warning code." })
  readonly code!: WarningCode;

  @Field(() => String, { description: "The note, for people, in English." })
  readonly message!: string;

  @Field(() => [String], { description: 'Path of the argument: `["input", "changes", "slug"]`.' })
  readonly path!: readonly string[];
}
