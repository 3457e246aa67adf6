/** Where the shop is below its host: with a slash on both sides. `/` puts it at the top. */
export const BASE = "/shop/";
