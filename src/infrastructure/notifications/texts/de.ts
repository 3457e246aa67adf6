import type { MailWords } from "./mail-words.js";

export const de: MailWords = {
  mails: {
    ORDER_RECEIVED: {
      subject: "Wir haben Ihre Bestellung {number} erhalten",
      title: "Wir haben Ihre Bestellung erhalten",
      intro:
        "Vielen Dank für Ihre Bestellung. Wir versenden sie, sobald Ihre Zahlung von {total} eingegangen ist.",
    },
    ORDER_CONFIRMED: {
      subject: "Ihre Bestellung {number} ist bestätigt",
      title: "Ihre Bestellung ist bestätigt",
      intro: "Vielen Dank für Ihre Bestellung. Wir bereiten sie für Sie vor.",
    },
    ORDER_CANCELLED: {
      subject: "Ihre Bestellung {number} ist storniert",
      title: "Ihre Bestellung ist storniert",
      intro: "Ihre Bestellung vom {date} ist storniert. Sie müssen nichts weiter tun.",
    },
    PAYMENT_FAILED: {
      subject: "Die Zahlung Ihrer Bestellung {number} ist fehlgeschlagen",
      title: "Ihre Zahlung ist fehlgeschlagen",
      intro:
        "Ihre Zahlung von {amount} wurde abgelehnt. Sie können es mit derselben oder einer anderen Zahlungsart noch einmal versuchen.",
    },
    REFUND_MADE: {
      subject: "Erstattung zu Ihrer Bestellung {number}",
      title: "Wir haben {amount} erstattet",
      intro:
        "Wir haben {amount} auf die von Ihnen verwendete Zahlungsart erstattet. Bis der Betrag auf Ihrem Konto erscheint, können einige Tage vergehen.",
    },
  },
  greeting: "Guten Tag {name},",
  greetingWithoutName: "Guten Tag,",
  howToPay: "So bezahlen Sie",
  payUntil: "Bitte bezahlen Sie bis {until}.",
  showOrder: "Bestellung ansehen",
  orderOf: "Bestellung {number} vom {date}",
  subtotal: "Zwischensumme",
  discount: "Rabatt",
  delivery: "Versand",
  tax: "Steuer",
  taxNotOwed: "Steuer, die Sie nicht schulden",
  rounding: "Rundung",
  total: "Gesamtsumme",
  includedTax: "Enthält {amount} Steuer.",
  regards: "Freundliche Grüße",
};
