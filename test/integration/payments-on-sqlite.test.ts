import { comparingContract } from "../contracts/payments/comparing.contract.js";
import { payingContract } from "../contracts/payments/paying.contract.js";
import { paymentMethodsContract } from "../contracts/payments/payment-methods.contract.js";
import { settlingContract } from "../contracts/payments/settling.contract.js";
import { embeddedStore } from "./embedded-store.js";

paymentMethodsContract("SQLite", embeddedStore);
payingContract("SQLite", embeddedStore);
settlingContract("SQLite", embeddedStore);
comparingContract("SQLite", embeddedStore);
