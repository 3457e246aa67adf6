import { DomainError } from "../shared/domain-error.js";

export const SEVERITIES = ["RECOVERABLE", "REQUIRES_BUYER"] as const;
/** RECOVERABLE: something is missing that a program can add. REQUIRES_BUYER: the buyer has to decide. */
export type Severity = (typeof SEVERITIES)[number];

/**
 * What is missing before a cart can become an order. The cart shows what `checkoutSubmit` is refused with.
 */
export class Requirement extends DomainError {
  /** Of INSUFFICIENT_STOCK: the units that can be sold. */
  declare readonly available?: number;
  /**
   * The fields of the inputs that change a cart which meet it: `["shippingAddress", "city"]`. None for
   * lines, which `cartPath` names.
   */
  readonly fields: readonly FieldPath[] = [];

  /**
   * @param cartPath the part of the cart that it is about: `["lines", "0"]`
   */
  constructor(
    readonly code: RequirementCode,
    readonly severity: Severity,
    readonly cartPath: readonly string[],
    message: string,
    facts: RequirementFacts = {},
  ) {
    super(message, ["cartId"]);
    Object.assign(this, facts);
  }
}

/** Where a field is in an input. */
export type FieldPath = readonly string[];

export interface RequirementFacts {
  readonly variantId?: string;
  readonly requested?: number;
  readonly available?: number;
  readonly missing?: readonly string[];
  readonly fields?: readonly FieldPath[];
}

export const REQUIREMENT_CODES = [
  "CART_EMPTY",
  "VARIANT_UNAVAILABLE",
  "LINE_WITHOUT_PRICE",
  "INSUFFICIENT_STOCK",
  "EMAIL_MISSING",
  "SHIPPING_ADDRESS_MISSING",
  "BILLING_ADDRESS_MISSING",
  "ADDRESS_INCOMPLETE",
  "REGION_UNKNOWN",
  "POSTAL_CODE_INVALID",
  "COUNTRY_NOT_SERVED",
  "DELIVERY_OPTION_MISSING",
  "DELIVERY_UNAVAILABLE",
  "QUOTE_EXPIRED",
  "OUTSIDE_SERVICE_UNAVAILABLE",
] as const;
export type RequirementCode = (typeof REQUIREMENT_CODES)[number];
