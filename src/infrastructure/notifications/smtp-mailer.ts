import type { NodemailerError, Transporter } from "nodemailer";
import {
  type Mail,
  type Mailer,
  MailFailure,
} from "../../application/notifications/ports/mailer.js";
import type { SmtpConfig } from "../shared/config/mail-config.js";
import { mailMessage, type Sender } from "./mail-message.js";

interface SmtpDeadlines {
  /** To connect, to be greeted, and to be answered, each in milliseconds. */
  readonly stepMs: number;
  /** For a whole mail, in milliseconds. */
  readonly mailMs: number;
}

const DEADLINES: SmtpDeadlines = { stepMs: 10_000, mailMs: 60_000 };

/** Sends mails over SMTP. The library is loaded with the first mail. */
export class SmtpMailer implements Mailer {
  #transport: Promise<Transporter> | undefined;

  constructor(
    private readonly config: SmtpConfig,
    private readonly from: Sender,
    private readonly deadlines: SmtpDeadlines = DEADLINES,
  ) {}

  async send(mail: Mail): Promise<void> {
    const message = mailMessage(mail, this.from);
    this.#transport ??= connect(this.config, this.deadlines);
    try {
      const transport = await this.#transport;
      await transport.sendMail({ ...message, signal: AbortSignal.timeout(this.deadlines.mailMs) });
    } catch (error) {
      throw failureOf(error as NodemailerError);
    }
  }

  /** Ends the connections that are open for further mails. */
  async close(): Promise<void> {
    (await this.#transport)?.close();
    this.#transport = undefined;
  }
}

const connect = async (
  { host, port, username, password, encryption, ca }: SmtpConfig,
  { stepMs }: SmtpDeadlines,
): Promise<Transporter> => {
  const { createTransport } = await import("nodemailer");
  return createTransport({
    pool: true,
    maxConnections: 5,
    maxMessages: 100,
    // The queue of mails tries again, after a pause.
    maxRequeues: 0,
    idleTimeout: 30_000,
    host,
    port,
    secure: encryption === "IMPLICIT",
    requireTLS: encryption === "STARTTLS",
    ignoreTLS: encryption === "NONE",
    tls: { minVersion: "TLSv1.2", ...(ca !== null && { ca }) },
    ...(username !== null && { auth: { user: username, pass: password ?? "" } }),
    dnsTimeout: stepMs,
    connectionTimeout: stepMs,
    greetingTimeout: stepMs,
    socketTimeout: stepMs,
  });
};

// Answers about this mail; other refusals are about the connection or the account.
const ABOUT_THE_MAIL = ["EENVELOPE", "EMESSAGE"];

const failureOf = ({ code, responseCode, permanent }: NodemailerError): MailFailure =>
  new MailFailure(
    responseCode === undefined ? (code ?? "MAIL_FAILED") : `SMTP_${responseCode}`,
    permanent === true && ABOUT_THE_MAIL.includes(code ?? ""),
  );
