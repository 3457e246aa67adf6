import type { WriteMail } from "../../application/notifications/ports/mail-texts.js";
import { htmlMail } from "./html-mail.js";
import { mailContent } from "./mail-content.js";
import { textMail } from "./text-mail.js";

/** Writes the mails of a shop, as HTML and as text. */
export const mailWriter =
  (shop: string): WriteMail =>
  (facts) => {
    const content = mailContent(facts, shop);
    const { language, subject } = content;
    return { language, subject, html: htmlMail(content), text: textMail(content) };
  };
