import { MAIL_KINDS, type MailKind } from "./ports/mail-texts.js";

/** The kind of the scheduled work that sends a mail; its subject is the order. */
export const SEND_MAIL = "notifications.send-mail";

/** The facts of such work: what is said is read when it is sent. */
export interface MailWork {
  readonly mail: MailKind;
  /** Of the event. */
  readonly eventId: string;
  /** What was given back, or could not be paid. */
  readonly amount?: { readonly minorUnits: number; readonly currency: string };
}

/** The facts of stored work; null when they are not of this form. */
export const mailWorkOf = (facts: Readonly<Record<string, unknown>>): MailWork | null => {
  const mail = MAIL_KINDS.find((kind) => kind === facts["mail"]);
  const { eventId, amount } = facts;
  if (!mail || typeof eventId !== "string") return null;
  return { mail, eventId, ...(isAmount(amount) && { amount }) };
};

const isAmount = (value: unknown): value is NonNullable<MailWork["amount"]> =>
  typeof value === "object" &&
  value !== null &&
  "minorUnits" in value &&
  typeof value.minorUnits === "number" &&
  "currency" in value &&
  typeof value.currency === "string";
