import { cartMarketsContract } from "../contracts/checkout/cart-markets.contract.js";
import { cartReservationsContract } from "../contracts/checkout/cart-reservations.contract.js";
import { cartsContract } from "../contracts/checkout/carts.contract.js";
import { outsideAnswersContract } from "../contracts/checkout/outside-answers.contract.js";
import { parallelCartsContract } from "../contracts/checkout/parallel-carts.contract.js";
import { servingLocationsContract } from "../contracts/checkout/serving-locations.contract.js";
import { submissionsContract } from "../contracts/checkout/submissions.contract.js";
import { embeddedStore } from "./embedded-store.js";

cartsContract("SQLite", embeddedStore);
cartMarketsContract("SQLite", embeddedStore);
cartReservationsContract("SQLite", embeddedStore);
parallelCartsContract("SQLite", embeddedStore);
submissionsContract("SQLite", embeddedStore);
servingLocationsContract("SQLite", embeddedStore);
outsideAnswersContract("SQLite", embeddedStore);
