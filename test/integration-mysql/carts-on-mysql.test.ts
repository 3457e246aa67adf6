import { afterAll } from "vitest";
import { cartMarketsContract } from "../contracts/checkout/cart-markets.contract.js";
import { cartReservationsContract } from "../contracts/checkout/cart-reservations.contract.js";
import { cartsContract } from "../contracts/checkout/carts.contract.js";
import { outsideAnswersContract } from "../contracts/checkout/outside-answers.contract.js";
import { parallelCartsContract } from "../contracts/checkout/parallel-carts.contract.js";
import { servingLocationsContract } from "../contracts/checkout/serving-locations.contract.js";
import { submissionsContract } from "../contracts/checkout/submissions.contract.js";
import { mysqlStores } from "./mysql-store.js";

const { open, end } = mysqlStores();

cartsContract("MySQL or MariaDB", open);
cartMarketsContract("MySQL or MariaDB", open);
cartReservationsContract("MySQL or MariaDB", open);
parallelCartsContract("MySQL or MariaDB", open);
submissionsContract("MySQL or MariaDB", open);
servingLocationsContract("MySQL or MariaDB", open);
outsideAnswersContract("MySQL or MariaDB", open);

afterAll(end);
