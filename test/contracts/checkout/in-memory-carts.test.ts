import { inMemorySubject } from "../idempotency/in-memory-subject.js";
import { cartReservationsContract } from "./cart-reservations.contract.js";
import { cartsContract } from "./carts.contract.js";
import { outsideAnswersContract } from "./outside-answers.contract.js";
import { parallelCartsContract } from "./parallel-carts.contract.js";
import { submissionsContract } from "./submissions.contract.js";

const open = async () => (await inMemorySubject()).needs;

cartsContract("in memory", open);
cartReservationsContract("in memory", open);
parallelCartsContract("in memory", open);
submissionsContract("in memory", open);
outsideAnswersContract("in memory", open);
