export interface MailAddress {
  /** Null for none. */
  readonly name: string | null;
  /** As `emailAddress` has checked it. */
  readonly address: string;
}

export interface Mail {
  /** Of the event that the mail is about. The same in each attempt, so that doubles are recognised. */
  readonly key: string;
  readonly to: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** BCP 47. */
  readonly language: string;
}

/** Sends mails to buyers. Is called outside of units of work only, and ends by deadlines of its own. */
export interface Mailer {
  /** Resolves when the mail server has taken the mail. @throws MailFailure */
  send(mail: Mail): Promise<void>;
}

/** Why a mail was not sent, without what the mail server said: that names the buyer. */
export class MailFailure extends Error {
  constructor(
    /** Such as `SMTP_550` or `ECONNREFUSED`. */
    readonly code: string,
    /** Whether each further attempt would fail too: the server refuses this mail for good. */
    readonly isFinal: boolean,
  ) {
    super(isFinal ? "The mail server refuses the mail." : "The mail could not be sent.");
    this.name = "MailFailure";
  }
}
