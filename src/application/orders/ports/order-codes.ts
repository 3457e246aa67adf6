/** Makes what people know an order by. */
export interface OrderCodes {
  /** Ten random digits, so that it does not tell how many orders there are. */
  readonly number: () => string;
  /**
   * The link of the order of a cart: 130 bits that nobody can guess, the same for the same cart, so
   * that a repeated checkout gets it again. A secret: never logged, never stored.
   */
  readonly linkOf: (cartId: string) => string;
  /** What is stored of a link. */
  readonly hashOf: (link: string) => string;
}
