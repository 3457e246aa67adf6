export const SALES_CHANNELS = ["WEB", "AGENT", "STAFF", "POS"] as const;

/** How a cart or an order came about. A fact for promotions and reports, never a scope. */
export type SalesChannel = (typeof SALES_CHANNELS)[number];
