import type Stripe from "stripe";
import { METADATA } from "./present-payment.js";

/** Searches find what is older than a minute, and later when Stripe is in trouble. */
const SEARCHABLE_AFTER_SECONDS = 15 * 60;
const MOST_RECENT = 1_000;

/**
 * The payment with our key, whose reference no answer has told; null for none. The newest ones are
 * looked through, because the search does not find them yet.
 */
export const findPayment = async (
  { paymentIntents }: Pick<Stripe, "paymentIntents">,
  key: string,
  now: Date,
): Promise<string | null> => {
  if (key === "") return null;
  const query = `metadata['${METADATA.key}']:'${key.replaceAll(/[\\']/g, String.raw`\$&`)}'`;
  const found = await paymentIntents.search({ query, limit: 1 });
  const [first] = found.data;
  if (first) return first.id;
  const since = Math.floor(now.getTime() / 1_000) - SEARCHABLE_AFTER_SECONDS;
  const recent = await paymentIntents
    .list({ created: { gte: since }, limit: 100 })
    .autoPagingToArray({ limit: MOST_RECENT });
  return recent.find(({ metadata }) => metadata[METADATA.key] === key)?.id ?? null;
};
