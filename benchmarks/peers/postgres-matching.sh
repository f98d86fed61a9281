#!/bin/bash
# Set-based SQL as a peer of the matching engine: references, numbers in the text, then unique amounts and pairs of a known payer.
# Starts a PostgreSQL server of its own in a temporary directory and throws it away. Needs Debian's package "postgresql".
#
#   dotnet run -c Release --project benchmarks/OrderToCash.Accuracy -- generate --set standard --seed 42 --size 100000 --out /tmp/set
#   benchmarks/peers/postgres-matching.sh /tmp/set
#
# Prints the time of each stage, nanoseconds a payment over all stages, and how many payments it applied rightly and wrongly.
set -euo pipefail

if [ $# -ne 1 ] || [ ! -f "$1/invoices.csv" ] || [ ! -f "$1/payments.csv" ]; then
  echo "usage: $0 DIR    (a directory that 'generate' wrote)" >&2
  exit 2
fi
set_dir=$(realpath "$1")
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
if [ -z "$bin" ]; then echo "PostgreSQL is not installed: apt-get install postgresql" >&2; exit 1; fi
# PostgreSQL does not run as root: its own user does it then.
as=()
if [ "$(id -u)" -eq 0 ]; then as=(runuser -u postgres --); fi

home=$(mktemp -d)
if [ "$(id -u)" -eq 0 ]; then chown postgres "$home"; fi
trap '"${as[@]}" "$bin/pg_ctl" -D "$home/data" -m immediate -w stop >/dev/null 2>&1 || true; rm -rf "$home"' EXIT
"${as[@]}" "$bin/initdb" -D "$home/data" -A trust -U bench --no-sync >/dev/null
"${as[@]}" "$bin/pg_ctl" -D "$home/data" -w -l "$home/log" \
  -o "-k $home -c listen_addresses='' -c fsync=off -c shared_buffers=1GB -c work_mem=256MB -c max_parallel_workers_per_gather=0" start >/dev/null
sql() { "$bin/psql" -h "$home" -U bench -d postgres -X -q -v ON_ERROR_STOP=1 "$@"; }

sql <<SQL
create unlogged table item(id text, customer text, number text, reference text, amount numeric(18,2), currency text,
  dated date, due date, discount numeric(18,2), discount_until date);
create unlogged table payment(id text, name text, account text, reference text, words text, amount numeric(18,2), currency text, received date);
create unlogged table alias(account text, customer text);
create unlogged table truth(n int, said text, twist text, items text, payments text, determinable text);
\\copy item from '$set_dir/invoices.csv' csv header
\\copy payment from '$set_dir/payments.csv' csv header
\\copy alias from '$set_dir/aliases.csv' csv header
\\copy truth from '$set_dir/matches.csv' csv header
alter table item add digits text generated always as (ltrim(regexp_replace(number, '\\D', '', 'g'), '0')) stored;
create unique index on item(id);
create index on item(reference);
create index on item(digits);
create index on item(customer, amount);
create index on alias(account);
analyze;
create unlogged table applied(payment text, item text, stage int);
SQL

started=$(date +%s%N)
stage() { local from; from=$(date +%s%N); sql -c "$2"; echo "$1: $((($(date +%s%N) - from) / 1000000)) ms"; }

stage "structured references" "
insert into applied select p.id, i.id, 1 from payment p join item i on i.reference = replace(p.reference, ' ', '') and i.amount = p.amount and i.currency = p.currency
  where p.reference <> ''; create index on applied(payment); create index on applied(item); analyze applied;"
stage "numbers in the text" "
insert into applied
select payment, item, 2 from (
  select p.id payment, i.id item, row_number() over (partition by i.id order by p.id) turn, count(*) over (partition by p.id) hits
  from (select id, amount, currency, ltrim(regexp_replace(m[1], '\\D', '', 'g'), '0') digits
        from payment, lateral regexp_matches(words, '(\\d{4,}(?:[-/ ]\\d{3,})?)', 'g') m) p
  join item i on i.digits = p.digits and i.amount = p.amount and i.currency = p.currency
  where not exists (select from applied a where a.payment = p.id or a.item = i.id)) found
where turn = 1 and hits = 1; analyze applied;"
stage "the only item of the amount" "
insert into applied
select payment, item, 3 from (
  select p.id payment, i.id item, count(*) over (partition by p.id) hits, row_number() over (partition by i.id order by p.id) turn
  from payment p join alias a on a.account = p.account join item i on i.customer = a.customer and i.amount = p.amount and i.currency = p.currency
  where not exists (select from applied x where x.payment = p.id) and not exists (select from applied x where x.item = i.id)) found
where hits = 1 and turn = 1; analyze applied;"
stage "the only pair" "
with open_payment as (select p.id, a.customer, p.amount, p.currency from payment p join alias a using (account)
    where not exists (select from applied x where x.payment = p.id)),
  open_item as materialized (select id, customer, amount, currency from item i where not exists (select from applied x where x.item = i.id)),
  pair as (select p.id payment, i.id one, j.id two, count(*) over (partition by p.id) hits
    from open_payment p join open_item i on i.customer = p.customer and i.currency = p.currency and i.amount <= p.amount / 2
    join open_item j on j.customer = p.customer and j.amount = p.amount - i.amount and (j.amount > i.amount or j.id > i.id))
insert into applied select payment, unnest(array[one, two]), 4 from pair where hits = 1;"
count=$(sql -At -c "select count(*) from payment")
echo "all: $((($(date +%s%N) - started) / count)) ns a payment, $count payments"

sql -At -F ' ' <<SQL
with told as (select trim(both '[]' from payments) payment, (select coalesce(array_agg(x order by x), '{}') from unnest(string_to_array(trim(both '[]' from items), ', ')) x
    where x <> '') items, determinable from truth),
  done as (select payment, array_agg(item order by item) items from applied group by payment)
select 'applied', count(*), 'right', count(*) filter (where d.items = t.items and t.determinable = 'yes'), 'wrong',
  count(*) filter (where d.items <> t.items or t.determinable <> 'yes') from done d join told t using (payment);
SQL
