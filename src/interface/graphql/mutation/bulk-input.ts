import { Field, InputType, registerEnumType } from "type-graphql";
import { ERROR_POLICIES, type ErrorPolicy } from "../../../application/shared/bulk.js";
import { enumOf } from "../schema/enum-of.js";
import { DryRunInput } from "./dry-run-input.js";

const ErrorPolicies = enumOf(ERROR_POLICIES);
registerEnumType(ErrorPolicies, {
  name: "ErrorPolicy",
  description: "What happens to a bulk change when some items are refused.",
  valuesConfig: {
    ABORT: { description: "Nothing is changed: all items or none." },
    SKIP: {
      description: "Refused items stay unchanged; the others are changed.",
    },
  },
});

/** The base of the inputs of bulk mutations. */
@InputType()
export abstract class BulkInput extends DryRunInput {
  @Field(() => ErrorPolicies, {
    nullable: true,
    description: "What happens when some items are refused. Default ABORT.",
  })
  readonly onError?: ErrorPolicy | null;
}
