-- Tables of the hand-written checkout, beside those of ../shared/bench/systems/raw in its database: the rows that an
-- order of Plinth has, in lean tables with integer keys where nobody sees the key.
CREATE TABLE IF NOT EXISTS limit_cart (id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY, state VARCHAR(16) NOT NULL, content MEDIUMTEXT NOT NULL,
  order_id BIGINT NULL, version INT NOT NULL, updated_at DATETIME(3) NOT NULL, KEY (updated_at));
CREATE TABLE IF NOT EXISTS limit_stock (variant_id INT PRIMARY KEY, on_hand INT NOT NULL, reserved INT NOT NULL, claimed INT NOT NULL);
CREATE TABLE IF NOT EXISTS limit_order (id BIGINT AUTO_INCREMENT PRIMARY KEY, number CHAR(10) NOT NULL UNIQUE, cart_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  state VARCHAR(20) NOT NULL, payment_status VARCHAR(20) NOT NULL, total INT NOT NULL, email VARCHAR(190) NOT NULL, version INT NOT NULL, placed_at DATETIME(3) NOT NULL,
  content MEDIUMTEXT NOT NULL, KEY (state, placed_at), KEY (payment_status, placed_at), KEY (placed_at), KEY (email));
CREATE TABLE IF NOT EXISTS limit_timeline (id BIGINT AUTO_INCREMENT PRIMARY KEY, order_id BIGINT NOT NULL, kind VARCHAR(20) NOT NULL, at DATETIME(3) NOT NULL, KEY (order_id));
CREATE TABLE IF NOT EXISTS limit_term (order_id BIGINT NOT NULL, term VARCHAR(64) NOT NULL, PRIMARY KEY (term, order_id));
CREATE TABLE IF NOT EXISTS limit_reservation (id BIGINT AUTO_INCREMENT PRIMARY KEY, order_id BIGINT NOT NULL, variant_id INT NOT NULL, quantity INT NOT NULL, state VARCHAR(10) NOT NULL,
  expires_at DATETIME(3) NULL, KEY (order_id), KEY (variant_id, state), KEY (state, expires_at));
CREATE TABLE IF NOT EXISTS limit_movement (id BIGINT AUTO_INCREMENT PRIMARY KEY, variant_id INT NOT NULL, kind VARCHAR(16) NOT NULL, reserved_by INT NOT NULL, claimed_by INT NOT NULL,
  order_id BIGINT NOT NULL, at DATETIME(3) NOT NULL, KEY (variant_id));
CREATE TABLE IF NOT EXISTS limit_payment (id BIGINT AUTO_INCREMENT PRIMARY KEY, order_id BIGINT NOT NULL, state VARCHAR(20) NOT NULL, amount INT NOT NULL, gateway_key VARCHAR(100) NOT NULL UNIQUE,
  reference VARCHAR(100) NULL UNIQUE, version INT NOT NULL, KEY (order_id), KEY (state));
CREATE TABLE IF NOT EXISTS limit_transaction (id BIGINT AUTO_INCREMENT PRIMARY KEY, payment_id BIGINT NOT NULL, kind VARCHAR(16) NOT NULL, amount INT NOT NULL, at DATETIME(3) NOT NULL, KEY (payment_id));
CREATE TABLE IF NOT EXISTS limit_outbox (id BIGINT AUTO_INCREMENT PRIMARY KEY, type VARCHAR(60) NOT NULL, order_id BIGINT NOT NULL, facts TEXT NOT NULL, status VARCHAR(10) NOT NULL, KEY (status));
CREATE TABLE IF NOT EXISTS limit_mail (id BIGINT AUTO_INCREMENT PRIMARY KEY, order_id BIGINT NOT NULL, kind VARCHAR(30) NOT NULL, status VARCHAR(10) NOT NULL, KEY (status));
INSERT IGNORE INTO limit_stock SELECT id, 1000000, 0, 0 FROM variant;
