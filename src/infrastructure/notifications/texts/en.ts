import type { MailWords } from "./mail-words.js";

export const en: MailWords = {
  mails: {
    ORDER_RECEIVED: {
      subject: "We have received your order {number}",
      title: "We have received your order",
      intro: "Thank you for your order. We will send it when your payment of {total} has arrived.",
    },
    ORDER_CONFIRMED: {
      subject: "Your order {number} is confirmed",
      title: "Your order is confirmed",
      intro: "Thank you for your order. We are preparing it for you.",
    },
    ORDER_CANCELLED: {
      subject: "Your order {number} is cancelled",
      title: "Your order is cancelled",
      intro: "Your order of {date} is cancelled. You do not have to do anything.",
    },
    PAYMENT_FAILED: {
      subject: "The payment of your order {number} failed",
      title: "Your payment failed",
      intro:
        "Your payment of {amount} was declined. You can try again with the same or another payment method.",
    },
    REFUND_MADE: {
      subject: "Refund for your order {number}",
      title: "We have refunded {amount}",
      intro:
        "We have refunded {amount} to the payment method you used. It may take a few days until the amount shows on your account.",
    },
  },
  greeting: "Hello {name},",
  greetingWithoutName: "Hello,",
  howToPay: "How to pay",
  payUntil: "Please pay by {until}.",
  showOrder: "Show the order",
  orderOf: "Order {number} of {date}",
  subtotal: "Subtotal",
  discount: "Discount",
  delivery: "Delivery",
  tax: "Tax",
  taxNotOwed: "Tax that you do not owe",
  rounding: "Rounding",
  total: "Total",
  includedTax: "Includes {amount} tax.",
  regards: "Kind regards",
};
