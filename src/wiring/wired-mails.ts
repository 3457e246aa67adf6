import { join } from "node:path";
import type { SendMailsNeeds } from "../application/notifications/send-mails.js";
import { methodTextsIn } from "../domain/payments/method-texts.js";
import type { MailConfig } from "../infrastructure/shared/config/mail-config.js";
import { FileMailer } from "../infrastructure/notifications/file-mailer.js";
import { mailWriter } from "../infrastructure/notifications/mail-writer.js";
import { SmtpMailer } from "../infrastructure/notifications/smtp-mailer.js";
import type { Store } from "../infrastructure/store.js";

/** How mails are written and sent, as configured. */
export const wiredMails = (
  { smtp, from, orderUrl }: MailConfig,
  dataDir: string,
  { orderLinks, paymentReads }: Pick<Store, "orderLinks" | "paymentReads">,
): Pick<SendMailsNeeds, "mailer" | "writeMail" | "offlinePaymentOf" | "orderUrlOf"> => ({
  mailer: smtp === null ? new FileMailer(join(dataDir, "mails"), from) : new SmtpMailer(smtp, from),
  writeMail: mailWriter(from.name),
  offlinePaymentOf: async (key, locale) => {
    const method = (await paymentReads.methodsByKey([key])).get(key);
    if (!method || method.gateway !== null) return null;
    return { instructions: methodTextsIn(method, locale).instructions || null };
  },
  orderUrlOf: async (id) => {
    const link = orderUrl === null ? null : await orderLinks.ofOrder(id);
    return link === null ? null : (orderUrl?.replace("{link}", link) ?? null);
  },
});
