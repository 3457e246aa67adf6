/** Plinth cannot go on, for a reason that the operator can remove; the message says how, in one line. */
export class CannotStart extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "CannotStart";
  }
}
