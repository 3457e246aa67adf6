import type { Outcome } from "../src/application/shared/change.js";
import type { Refusal } from "../src/application/shared/refusal.js";
import { DomainError } from "../src/domain/shared/domain-error.js";

/** The result of a command. @throws DemoRefused when the shop has refused it */
export const accepted = <Result>({ result, refusals }: Outcome<Result>): Result => {
  if (result === null) throw new DemoRefused(refusals);
  return result;
};

/** The shop has refused a command of the demo; it carries the messages of the shop. */
class DemoRefused extends DomainError {
  readonly code: string;

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map(({ message }) => message).join(" "));
    this.code = refusals[0]?.code ?? "";
  }
}
