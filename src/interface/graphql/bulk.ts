import { Field, InputType, registerEnumType } from "type-graphql";
import {
  ERROR_POLICIES,
  type ErrorPolicy,
  type ItemOutcome,
} from "../../application/shared/bulk.js";
import type { Warning } from "../../application/shared/warning.js";
import { TrialInput } from "./mutation-inputs.js";
import { enumOf } from "./enum-of.js";
import { shownRefusal } from "./user-errors.js";

const ErrorPolicies = enumOf(ERROR_POLICIES);
registerEnumType(ErrorPolicies, {
  name: "ErrorPolicy",
  description: "What becomes of a change of many things in which some are refused.",
  valuesConfig: {
    ABORT: { description: "Nothing is changed: all of them or none." },
    SKIP: {
      description: "Those that are refused are left as they are, and the others are changed.",
    },
  },
});

/** What every mutation of many things says last. */
@InputType()
export abstract class BulkInput extends TrialInput {
  @Field(() => ErrorPolicies, {
    nullable: true,
    description: "What becomes of the others when some are refused. ABORT when not given.",
  })
  readonly onError?: ErrorPolicy | null;
}

/** What became of one item, with its places seen from the arguments: `["input", "items", "3", "changes", "slug"]`. */
export const shownItem = <Result>(outcome: ItemOutcome<Result>) => shownItemOf("items", outcome);

/** The same for an input that calls its items otherwise. */
export const shownItemOf = <Result>(
  list: string,
  { index, result, refusals }: ItemOutcome<Result>,
) => {
  const { warnings = [] } = (result ?? {}) as { readonly warnings?: readonly Warning[] };
  const place = [list, String(index)];
  return {
    index,
    result,
    userErrors: refusals.map((refusal) =>
      shownRefusal({ ...refusal, path: [...place, ...refusal.path] }),
    ),
    warnings: warnings.map((warning) => ({
      ...warning,
      path: ["input", ...place, ...warning.path],
    })),
  };
};

export type ShownItem<Result> = ReturnType<typeof shownItem<Result>>;
