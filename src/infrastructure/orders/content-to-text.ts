import type { OrderContent } from "../../domain/orders/order-content.js";
import { restoredQuote, type StoredQuote, storedQuote } from "./stored-quote.js";

interface StoredContent extends Omit<OrderContent, "quote" | "outsideAnswers"> {
  readonly quote: StoredQuote;
  readonly outsideAnswers: readonly (Omit<OrderContent["outsideAnswers"][number], "requestedAt"> & {
    readonly requestedAt: string;
  })[];
}

/** The content of an order as JSON text. */
export const contentToText = (content: OrderContent): string => {
  const stored: StoredContent = {
    ...content,
    quote: storedQuote(content.quote),
    outsideAnswers: content.outsideAnswers.map((answer) => ({
      ...answer,
      requestedAt: answer.requestedAt.toISOString(),
    })),
  };
  return JSON.stringify(stored);
};

export const contentOfText = (text: string): OrderContent => {
  const stored = JSON.parse(text) as StoredContent;
  return {
    ...stored,
    quote: restoredQuote(stored.quote),
    outsideAnswers: stored.outsideAnswers.map((answer) => ({
      ...answer,
      requestedAt: new Date(answer.requestedAt),
    })),
  };
};
