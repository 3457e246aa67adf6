import { CreateCheckoutCart1764003600000 } from "./1764003600000-create-checkout-cart.js";

export const checkoutMigrations = [CreateCheckoutCart1764003600000];
