/**
 * Plinth cannot continue, for a reason that the operator can fix; the message tells how, in one
 * line.
 */
export class CannotProceed extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "CannotProceed";
  }
}
