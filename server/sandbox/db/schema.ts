/**
 * The sandbox's tables, as a list of steps that each database has taken up to its `user_version`. Ids are integers here
 * and prefixed strings on the wire. Columns that hold wall-clock time are text without a zone and belong to the
 * studio's zone; `starts_at` and `…_ms` are milliseconds since 1970.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

  CREATE TABLE customer (
    id INTEGER PRIMARY KEY,
    firstname TEXT NOT NULL,
    lastname TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    mobile TEXT NOT NULL,
    archived INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0
  );
  CREATE UNIQUE INDEX customer_email ON customer (email_key) WHERE deleted = 0;

  CREATE TABLE facilitator (id INTEGER PRIMARY KEY, name TEXT NOT NULL);

  CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    max_attendees INTEGER,
    waiting_list_enabled INTEGER NOT NULL,
    booking_types TEXT NOT NULL,
    payment_methods TEXT NOT NULL
  );
  CREATE TABLE event_facilitator (
    event_id INTEGER NOT NULL,
    facilitator_id INTEGER NOT NULL,
    PRIMARY KEY (event_id, facilitator_id)
  ) WITHOUT ROWID;
  CREATE TABLE event_date (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL,
    datetime TEXT NOT NULL,
    tz TEXT NOT NULL,
    duration INTEGER NOT NULL,
    starts_at INTEGER NOT NULL
  );
  CREATE INDEX event_date_by_event ON event_date (event_id, starts_at);
  CREATE INDEX event_date_by_start ON event_date (starts_at);

  CREATE TABLE purchase (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL, purchased_at TEXT NOT NULL);
  CREATE TABLE booking (
    id INTEGER PRIMARY KEY,
    purchase_id INTEGER NOT NULL,
    event_date_id INTEGER NOT NULL,
    bought_for INTEGER,
    is_cancelled INTEGER NOT NULL,
    is_refunded INTEGER NOT NULL,
    spaces INTEGER NOT NULL,
    pricing_option TEXT NOT NULL,
    method TEXT NOT NULL,
    currency TEXT,
    gross INTEGER,
    net INTEGER,
    credits_used INTEGER,
    package_id INTEGER,
    attended INTEGER
  );
  CREATE INDEX booking_by_purchase ON booking (purchase_id);
  CREATE INDEX booking_by_date ON booking (event_date_id);
  CREATE INDEX booking_by_package ON booking (package_id) WHERE package_id IS NOT NULL;
  CREATE TABLE purchase_reader (
    customer_id INTEGER NOT NULL,
    purchased_at TEXT NOT NULL,
    purchase_id INTEGER NOT NULL,
    latest_start INTEGER NOT NULL,
    PRIMARY KEY (customer_id, purchased_at, purchase_id)
  ) WITHOUT ROWID;
  CREATE TABLE waiting (
    event_date_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    spaces INTEGER NOT NULL,
    PRIMARY KEY (event_date_id, position)
  ) WITHOUT ROWID;

  CREATE TABLE pass (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    base100_price INTEGER NOT NULL,
    credits INTEGER NOT NULL,
    start_mode TEXT NOT NULL,
    validity_period INTEGER NOT NULL,
    validity_unit TEXT NOT NULL,
    subscriptions_only INTEGER NOT NULL,
    purchase_limit INTEGER,
    created_at TEXT NOT NULL,
    deleted INTEGER NOT NULL
  );
  CREATE TABLE package (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL,
    pass_id INTEGER NOT NULL,
    credits_total INTEGER NOT NULL,
    credits_remaining INTEGER NOT NULL,
    purchased_at TEXT NOT NULL,
    starts_at TEXT,
    expires_at TEXT,
    live_until TEXT NOT NULL,
    is_cancelled INTEGER NOT NULL,
    method TEXT NOT NULL,
    currency TEXT,
    base100_price INTEGER
  );
  CREATE INDEX package_by_customer ON package (customer_id, purchased_at, id);
  CREATE INDEX package_by_pass ON package (pass_id, live_until);

  CREATE TABLE plan (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    term_days INTEGER NOT NULL,
    initial_base100 INTEGER NOT NULL,
    recurring_base100 INTEGER NOT NULL,
    currency TEXT NOT NULL,
    renews_on_expire INTEGER NOT NULL,
    pass_id INTEGER NOT NULL,
    modified TEXT NOT NULL
  );
  CREATE TABLE mandate (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    state TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    grace INTEGER NOT NULL,
    earliest_cancellation_ms INTEGER,
    renewal_ms INTEGER
  );
  CREATE INDEX mandate_by_customer ON mandate (customer_id, created_ms, id);

  CREATE TABLE media (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    base100_price INTEGER NOT NULL,
    currency TEXT NOT NULL,
    access_days INTEGER,
    created_ms INTEGER NOT NULL
  );
  CREATE TABLE video_purchase (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL,
    media_id INTEGER NOT NULL,
    created_ms INTEGER NOT NULL,
    expires_ms INTEGER,
    is_cancelled INTEGER NOT NULL,
    is_refunded INTEGER NOT NULL,
    method TEXT NOT NULL,
    currency TEXT,
    base100_price INTEGER,
    credits_used INTEGER,
    package_id INTEGER
  );
  CREATE INDEX video_purchase_by_customer ON video_purchase (customer_id, created_ms, id);

  CREATE TABLE service (id INTEGER PRIMARY KEY, name TEXT NOT NULL, duration_minutes INTEGER NOT NULL);
  CREATE TABLE appointment (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL,
    service_id INTEGER NOT NULL,
    facilitator_id INTEGER NOT NULL,
    status TEXT NOT NULL,
    notes TEXT,
    created_at TEXT NOT NULL,
    datetime TEXT NOT NULL,
    tz TEXT NOT NULL,
    method TEXT NOT NULL,
    currency TEXT,
    base100_price INTEGER,
    credits_used INTEGER,
    payment_status TEXT,
    package_id INTEGER
  );
  CREATE INDEX appointment_by_customer ON appointment (customer_id, datetime, id);
  CREATE INDEX appointment_by_time ON appointment (datetime, id);

  CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL,
    content TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  );
  CREATE INDEX note_by_customer ON note (customer_id, created_at, id);

  CREATE TABLE questionnaire (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE questionnaire_answer (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL,
    questionnaire_id INTEGER NOT NULL,
    submitted_at TEXT NOT NULL,
    answers TEXT NOT NULL
  );
  CREATE INDEX questionnaire_answer_by_customer ON questionnaire_answer (customer_id, submitted_at, id);
  `,
];
