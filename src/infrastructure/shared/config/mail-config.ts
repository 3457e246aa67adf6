import { emailAddress } from "../../../domain/shared/email-address.js";
import { parseUrl } from "./parse-url.js";
import type { VariableReader } from "./variable-reader.js";

export interface SmtpConfig {
  readonly host: string;
  readonly port: number;
  readonly username: string | null;
  readonly password: string | null;
  /** IMPLICIT: from the first byte. STARTTLS: required before anything is said. */
  readonly encryption: "IMPLICIT" | "STARTTLS" | "NONE";
  /** Certificate authorities in PEM form; null for the public ones. */
  readonly ca: string | null;
}

export interface MailConfig {
  /** Null: mails are written as files. */
  readonly smtp: SmtpConfig | null;
  /** The name is the name of the shop. */
  readonly from: { readonly name: string; readonly address: string };
  /** With `{link}`, the secret link of the order; null for none. */
  readonly orderUrl: string | null;
}

const WITHOUT_SENDER = { name: "Plinth", address: "shop@plinth.invalid" };
const THIS_MACHINE = ["localhost", "127.0.0.1", "::1"];

/** Where mails go, and what they say of the shop. */
export const readMailConfig = (
  read: VariableReader,
  mode: "development" | "production",
): MailConfig => {
  const smtp = readSmtp(read);
  const from = readSender(read);
  if (smtp !== null && from === null && !read.isSet("PLINTH_MAIL_FROM"))
    read.problem(
      "PLINTH_MAIL_FROM",
      "is not set, but PLINTH_SMTP_URL is",
      "write the name and address of the shop, such as Example Shop <shop@example.com>",
    );
  return { smtp, from: from ?? WITHOUT_SENDER, orderUrl: readOrderUrl(read, mode) };
};

const readSmtp = (read: VariableReader): SmtpConfig | null => {
  const raw = read.text("PLINTH_SMTP_URL");
  const ca = read.text("PLINTH_SMTP_TLS_CA");
  if (ca !== null && !ca.includes("-----BEGIN CERTIFICATE-----"))
    read.problem(
      "PLINTH_SMTP_TLS_CA",
      "is not a certificate in PEM form",
      "name the file of the authority in PLINTH_SMTP_TLS_CA_FILE",
    );
  if (raw === null) return null;
  const server = parsedServer(raw);
  if (server === null) {
    // The URL contains a password, so the message does not repeat it.
    read.problem(
      "PLINTH_SMTP_URL",
      "is not the URL of a mail server",
      "write smtp://user:password@host:587, or smtps://…:465 for encryption from the first byte, with special characters of the password percent-encoded",
    );
    return null;
  }
  const isEncrypted = read.flag("PLINTH_SMTP_TLS", !THIS_MACHINE.includes(server.host));
  if (server.isImplicit && !isEncrypted && read.isSet("PLINTH_SMTP_TLS"))
    read.problem("PLINTH_SMTP_TLS", "is off, but the URL begins with smtps://", "write smtp://");
  const { isImplicit, ...rest } = server;
  return { ...rest, ca, encryption: isImplicit ? "IMPLICIT" : isEncrypted ? "STARTTLS" : "NONE" };
};

const parsedServer = (
  raw: string,
): (Omit<SmtpConfig, "encryption" | "ca"> & { readonly isImplicit: boolean }) | null => {
  const url = parseUrl(raw);
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname) return null;
  if (url.search || url.hash || !/^\/?$/.test(url.pathname)) return null;
  const isImplicit = url.protocol === "smtps:";
  try {
    return {
      host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
      port: Number(url.port || (isImplicit ? 465 : 587)),
      username: decodeURIComponent(url.username) || null,
      password: decodeURIComponent(url.password) || null,
      isImplicit,
    };
  } catch {
    return null;
  }
};

// Neither part may hold a character that has a meaning in a header.
const SENDER = /^(?:"?([^"<>\p{Cc}]{1,100}?)"?\s*<([^<>\s]+)>|([^<>\s]+))$/u;

const readSender = (read: VariableReader): MailConfig["from"] | null => {
  const raw = read.text("PLINTH_MAIL_FROM");
  if (raw === null) return null;
  const [, name, named, bare] = SENDER.exec(raw) ?? [];
  try {
    const address = emailAddress(named ?? bare ?? "");
    return { name: name?.trim() || (address.split("@")[1] ?? address), address };
  } catch {
    read.problem(
      "PLINTH_MAIL_FROM",
      `is "${raw}"`,
      "write the name and address of the shop, such as Example Shop <shop@example.com>",
    );
    return null;
  }
};

const readOrderUrl = (read: VariableReader, mode: "development" | "production"): string | null => {
  const raw = read.text("PLINTH_STOREFRONT_ORDER_URL");
  if (raw === null) return null;
  const url = parseUrl(raw.replaceAll("{link}", "link"));
  const isAllowed =
    url?.protocol === "https:" || (url?.protocol === "http:" && mode === "development");
  if (isAllowed && raw.split("{link}").length === 2) return raw;
  read.problem(
    "PLINTH_STOREFRONT_ORDER_URL",
    `is "${raw}"`,
    "write an https:// address with {link} in it once, such as https://www.example.com/order#{link}",
  );
  return null;
};
