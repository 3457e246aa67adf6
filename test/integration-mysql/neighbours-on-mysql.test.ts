import { momentsOfReadsContract } from "../contracts/neighbours/moments-of-reads.contract.js";
import { neighboursContract } from "../contracts/neighbours/neighbours.contract.js";
import { zerosContract } from "../contracts/neighbours/zeros.contract.js";
import { everythingOnMysql } from "./everything-on-mysql.js";

neighboursContract("MySQL or MariaDB", everythingOnMysql);
zerosContract("MySQL or MariaDB", everythingOnMysql);
momentsOfReadsContract("MySQL or MariaDB", everythingOnMysql);
