import { inMemorySubject } from "../idempotency/in-memory-subject.js";
import { cartMarketsContract } from "./cart-markets.contract.js";
import { cartReservationsContract } from "./cart-reservations.contract.js";
import { cartsContract } from "./carts.contract.js";
import { outsideAnswersContract } from "./outside-answers.contract.js";
import { parallelCartsContract } from "./parallel-carts.contract.js";
import { servingLocationsContract } from "./serving-locations.contract.js";
import { submissionsContract } from "./submissions.contract.js";

const open = async () => {
  const { needs } = await inMemorySubject();
  return { ...needs, markets: { all: needs.readMarkets } };
};

cartsContract("in memory", open);
cartMarketsContract("in memory", open);
cartReservationsContract("in memory", open);
parallelCartsContract("in memory", open);
submissionsContract("in memory", open);
servingLocationsContract("in memory", open);
outsideAnswersContract("in memory", open);
