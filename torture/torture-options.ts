export interface TortureOptions {
  /** Of one shop: its processes. */
  readonly urls: readonly string[];
  readonly adminKey: string;
  /** The key of the test market; null for the default one. */
  readonly market: string | null;
  /** The key of a payment method of the sandbox; null for the first one, or a new one. */
  readonly paymentMethod: string | null;
  /** Who want the last units, all at once. */
  readonly buyers: number;
  /** The last units. */
  readonly units: number;
  readonly checkouts: number;
  /** How often each checkout and each payment is sent at once, with one key. */
  readonly copies: number;
  /** The share of connections that are cut, 0 to 1. */
  readonly cut: number;
  /** How often each webhook comes, in any order. Needs the sandbox. */
  readonly webhooks: number;
  /** How long payments may take to settle in the end. */
  readonly settleSeconds: number;
  /** The sandbox gateway of the shop, whose ledger is compared; null: unknown. */
  readonly sandbox: { readonly origin: string; readonly secret: string } | null;
}
