/** The two GraphQL APIs: that of the shop shows what is published, that of staff everything. */
export type Api = "shop" | "admin";
