import type { SendMailOptions } from "nodemailer";
import { type Mail, MailFailure } from "../../application/notifications/ports/mailer.js";
import { InvalidEmail, emailAddress } from "../../domain/shared/email-address.js";

export interface Sender {
  readonly name: string;
  readonly address: string;
}

/**
 * A mail as the library takes it. Addresses are objects, so that nothing in a name is read as
 * another address; no line break reaches a header; and nothing in it names a file or an address that
 * the library would read.
 * @throws MailFailure for an address that is none
 */
export const mailMessage = (mail: Mail, from: Sender): SendMailOptions => ({
  messageId: `<${inHeader(mail.key)}@${from.address.split("@")[1]}>`,
  from: { name: inHeader(from.name), address: from.address },
  to: { name: inHeader(mail.to.name ?? ""), address: checked(mail.to.address) },
  subject: inHeader(mail.subject),
  text: mail.text,
  html: mail.html,
  headers: {
    "Content-Language": inHeader(mail.language),
    // Nobody's absence note answers it (RFC 3834).
    "Auto-Submitted": "auto-generated",
  },
  disableFileAccess: true,
  disableUrlAccess: true,
});

const inHeader = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();

const checked = (address: string): string => {
  try {
    return emailAddress(address);
  } catch (error) {
    if (error instanceof InvalidEmail) throw new MailFailure(error.code, true);
    throw error;
  }
};
