import { momentsOfReadsContract } from "../contracts/neighbours/moments-of-reads.contract.js";
import { neighboursContract } from "../contracts/neighbours/neighbours.contract.js";
import { zerosContract } from "../contracts/neighbours/zeros.contract.js";
import { everythingEmbedded } from "./everything-stored.js";

neighboursContract("SQLite", everythingEmbedded);
zerosContract("SQLite", everythingEmbedded);
momentsOfReadsContract("SQLite", everythingEmbedded);
