/** Plinth cannot go on, for a reason that the operator can remove; the message says how, in one line. */
export class CannotProceed extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "CannotProceed";
  }
}
