import { index, prefix, route, type RouteConfig } from "@react-router/dev/routes";

/** Each page is at its path, and in another market or language below `/market/locale?`. */
export default [
  ...prefix(":market?/:locale?", [
    index("routes/home.tsx"),
    route("collections/:slug", "routes/collection.tsx"),
    route("products/:slug", "routes/product.tsx"),
    route("search", "routes/search.tsx"),
    route("suggest", "routes/suggest.ts"),
    route("cart", "routes/cart.tsx"),
    route("region", "routes/region.ts"),
    route("address-form", "routes/address-form.ts"),
    route("checkout", "routes/checkout.tsx"),
    route("checkout/return", "routes/checkout-return.ts"),
    route("orders", "routes/orders.tsx"),
    route("orders/:link", "routes/order.tsx"),
  ]),
] satisfies RouteConfig;
