import { DomainError } from "../shared/domain-error.js";

const PATH = ["cartId"];

/** There is no cart with the id, or there is none any more. */
export class CartNotFound extends DomainError {
  readonly code = "CART_NOT_FOUND";

  constructor(readonly missing: string) {
    super("There is no such cart. Create a new one.", PATH);
  }
}

/** An order was placed from the cart. */
export class CartCompleted extends DomainError {
  readonly code = "CART_COMPLETED";

  constructor(readonly orderId: string) {
    super("An order was placed from this cart. Create a new cart.", PATH);
  }
}

/** The lines of the cart are in another one. */
export class CartMerged extends DomainError {
  readonly code = "CART_MERGED";

  constructor(readonly mergedInto: string) {
    super("This cart was merged into another one. Use that one.", PATH);
  }
}

export class CartLineNotFound extends DomainError {
  readonly code = "CART_LINE_NOT_FOUND";

  constructor(
    readonly missing: string,
    path: readonly string[],
  ) {
    super(`The cart has no line ${missing.slice(0, 80)}.`, path);
  }
}

/** The attributes of the cart and of its lines are too long together. */
export class CartTooLarge extends DomainError {
  readonly code = "CART_TOO_LARGE";

  constructor(readonly limit: number) {
    super(`The attributes of a cart have at most ${limit} characters together.`, ["lines"]);
  }
}

/** The market of the cart does not sell to the country. */
export class CountryNotServed extends DomainError {
  readonly code = "COUNTRY_NOT_SERVED";

  constructor(
    readonly country: string,
    readonly countries: readonly string[],
    path: readonly string[],
  ) {
    super(`Nothing is sent to ${country} from here. Choose another country or market.`, path);
  }
}

/** The cart has no such delivery group: nothing in it is sent. */
export class DeliveryGroupNotFound extends DomainError {
  readonly code = "DELIVERY_GROUP_NOT_FOUND";

  constructor(readonly missing: string) {
    super("The cart has no such delivery group. Nothing of the others has to be sent.", [
      "deliveryGroup",
    ]);
  }
}

/** The delivery option does not exist, or does not deliver what is in the cart to its address. */
export class DeliveryOptionNotOffered extends DomainError {
  readonly code = "DELIVERY_UNAVAILABLE";

  constructor(readonly option: string) {
    super("This delivery option is not offered for the cart. Choose one of those that are.", [
      "deliveryOptionId",
    ]);
  }
}

/** The buyer saw another total than the one that would be ordered. */
export class PriceChanged extends DomainError {
  readonly code = "PRICE_CHANGED";

  /** @param was and now decimals in their currencies */
  constructor(
    readonly was: string,
    readonly now: string,
    readonly currency: string,
    readonly wasCurrency = currency,
  ) {
    super(`The total is ${now} ${currency}, no longer ${was} ${wasCurrency}.`, ["expectedTotal"]);
  }
}
