import type { VariantId } from "../catalog/ids.js";
import { addressRequirements } from "./address-requirements.js";
import type { CartContent, CartLine } from "./cart-content.js";
import { unitsByVariant } from "./cart-content.js";
import { Requirement, type RequirementCode, type Severity } from "./requirement.js";

/** What was found out about a cart. */
export interface CartFindings {
  /** Whether the variant of a line is for sale, and has a price in the market. */
  readonly saleOf: (line: CartLine) => "FOR_SALE" | "UNAVAILABLE" | "WITHOUT_PRICE";
  /** The units of a variant that can be sold; null for any number. */
  readonly availableOf: (variant: VariantId) => number | null;
  readonly servesCountry: (country: string) => boolean;
  readonly delivery: DeliveryFinding;
  /** Whether no taxes are known with which an order can be placed. */
  readonly areTaxesExpired: boolean;
  /** Whether something is estimated, and the market places no order on that. */
  readonly isEstimateRefused: boolean;
}

/**
 * How the lines reach the buyer: nothing is sent, no option is chosen, what was chosen is not
 * offered, an answer of a carrier has expired, or one is chosen.
 */
export type DeliveryFinding =
  | "NOT_NEEDED"
  | "NOTHING_OFFERED"
  | "NOT_CHOSEN"
  | "UNAVAILABLE"
  | "EXPIRED"
  | "SENT"
  | "COLLECTED";

/** All requirements of a cart, in the order in which a page asks for them. */
export const requirementsOf = (
  cart: CartContent,
  findings: CartFindings,
): readonly Requirement[] => [
  ...(cart.lines.length === 0
    ? [new Requirement("CART_EMPTY", "RECOVERABLE", ["lines"], "Put something into the cart.")]
    : []),
  ...lineRequirements(cart, findings),
  ...(cart.buyer.email === null
    ? [
        new Requirement(
          "EMAIL_MISSING",
          "RECOVERABLE",
          ["buyer", "email"],
          "Enter an e-mail address.",
          { fields: [["email"]] },
        ),
      ]
    : []),
  ...requirementsOfAddresses(cart, findings),
  ...deliveryRequirements(findings.delivery),
  ...outsideRequirements(findings),
];

const lineRequirements = (
  { lines }: CartContent,
  { saleOf, availableOf }: CartFindings,
): readonly Requirement[] => {
  const units = unitsByVariant(lines);
  return lines.flatMap((line, index) => {
    const { variantId } = line;
    const path = ["lines", String(index)];
    const sale = saleOf(line);
    if (sale === "UNAVAILABLE")
      return new Requirement(
        "VARIANT_UNAVAILABLE",
        "REQUIRES_BUYER",
        path,
        "This is no longer sold. Remove it.",
        { variantId },
      );
    if (sale === "WITHOUT_PRICE")
      return new Requirement(
        "LINE_WITHOUT_PRICE",
        "REQUIRES_BUYER",
        path,
        "This is not sold here at the moment. Remove it.",
        { variantId },
      );
    const available = availableOf(variantId);
    const requested = units.get(variantId) ?? line.quantity;
    return available === null || requested <= available
      ? []
      : insufficientStock(index, { variantId, requested, available });
  });
};

interface Shortage {
  readonly variantId: VariantId;
  readonly requested: number;
  readonly available: number;
}

/** There are fewer units than the lines of a variant ask for. @param index of the line */
export const insufficientStock = (
  index: number,
  { variantId, requested, available }: Shortage,
): Requirement =>
  new Requirement(
    "INSUFFICIENT_STOCK",
    "REQUIRES_BUYER",
    ["lines", String(index)],
    available > 0 ? `Only ${available} are left.` : "This is sold out. Remove it.",
    { variantId, requested, available: Math.max(available, 0) },
  );

const requirementsOfAddresses = (
  { lines, shippingAddress, billingAddress }: CartContent,
  { delivery, servesCountry }: CartFindings,
): readonly Requirement[] => {
  if (lines.length === 0) return [];
  const isSent = delivery !== "NOT_NEEDED" && delivery !== "COLLECTED";
  const billing = billingAddress ?? shippingAddress;
  return [
    ...(isSent && !shippingAddress
      ? [
          new Requirement(
            "SHIPPING_ADDRESS_MISSING",
            "RECOVERABLE",
            ["shippingAddress"],
            "Enter the address to deliver to.",
            { fields: [["shippingAddress", "country"]] },
          ),
        ]
      : []),
    ...(!isSent && !billing
      ? [
          new Requirement(
            "BILLING_ADDRESS_MISSING",
            "RECOVERABLE",
            ["billingAddress"],
            "Enter the address of the buyer.",
            { fields: [["billingAddress", "country"]] },
          ),
        ]
      : []),
    ...(shippingAddress ? addressRequirements(shippingAddress, "shippingAddress") : []),
    ...(billingAddress ? addressRequirements(billingAddress, "billingAddress") : []),
    ...(isSent && shippingAddress && !servesCountry(shippingAddress.country)
      ? [
          new Requirement(
            "COUNTRY_NOT_SERVED",
            "REQUIRES_BUYER",
            ["shippingAddress", "country"],
            `Nothing is sent to ${shippingAddress.country} from here.`,
            { fields: [["shippingAddress", "country"]] },
          ),
        ]
      : []),
  ];
};

const GROUP = ["deliveryGroups", "0"];
const CHOICE = { fields: [["deliveryOptionId"]] };

const DELIVERY_REQUIREMENTS: Partial<
  Record<DeliveryFinding, readonly [RequirementCode, Severity, string]>
> = {
  NOTHING_OFFERED: [
    "DELIVERY_UNAVAILABLE",
    "REQUIRES_BUYER",
    "Nothing delivers this there. Choose another address, or fewer things.",
  ],
  NOT_CHOSEN: ["DELIVERY_OPTION_MISSING", "RECOVERABLE", "Choose a delivery option."],
  UNAVAILABLE: [
    "DELIVERY_UNAVAILABLE",
    "REQUIRES_BUYER",
    "The chosen delivery option does not deliver this. Choose another one.",
  ],
  EXPIRED: [
    "QUOTE_EXPIRED",
    "RECOVERABLE",
    "The price of the delivery has expired. Choose the delivery option again.",
  ],
};

const deliveryRequirements = (delivery: DeliveryFinding): readonly Requirement[] => {
  const [code, severity, message] = DELIVERY_REQUIREMENTS[delivery] ?? [];
  return code && severity && message
    ? [new Requirement(code, severity, GROUP, message, CHOICE)]
    : [];
};

const outsideRequirements = ({
  areTaxesExpired,
  isEstimateRefused,
}: CartFindings): readonly Requirement[] => [
  ...(areTaxesExpired
    ? [
        new Requirement(
          "QUOTE_EXPIRED",
          "RECOVERABLE",
          ["taxes"],
          "The taxes have expired, or the cart was changed meanwhile. Try again.",
        ),
      ]
    : []),
  ...(isEstimateRefused
    ? [
        new Requirement(
          "OUTSIDE_SERVICE_UNAVAILABLE",
          "RECOVERABLE",
          [],
          "The taxes or the delivery can only be estimated at the moment. Try again in a minute.",
        ),
      ]
    : []),
];

export const CART_STATUSES = ["INCOMPLETE", "NEEDS_BUYER", "READY"] as const;
/** INCOMPLETE: something is missing. NEEDS_BUYER: the buyer has to decide. READY: to be ordered. */
export type CartStatus = (typeof CART_STATUSES)[number];

export const cartStatus = (requirements: readonly Requirement[]): CartStatus => {
  if (requirements.length === 0) return "READY";
  const isMissing = requirements.some(({ severity }) => severity === "RECOVERABLE");
  return isMissing ? "INCOMPLETE" : "NEEDS_BUYER";
};
