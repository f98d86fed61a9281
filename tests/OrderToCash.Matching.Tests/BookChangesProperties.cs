using OrderToCash.Receivables;

namespace OrderToCash.Matching.Tests;

/// <summary>A book that items come to and go from decides as one that is created of what is there; the books before stay what they were.</summary>
public class BookChangesProperties
{
    private static readonly string[] Accounts = ["", Desk.Acme, Desk.Bolt, Desk.Holding, "XX1"];

    /// <summary>A day of a small company, by chance: items come, are paid in part and in full, are cancelled.</summary>
    private sealed class Company(int seed, int customers, int prefixes, bool isCrowded = false)
    {
        private readonly Random random = new(seed);
        private readonly List<OpenItem> all = [];
        private readonly Dictionary<OpenItemId, OpenItem> there = [];
        private int last;

        public IEnumerable<OpenItem> There => there.Values;

        public (List<OpenItem> Changed, List<OpenItemId> Removed) Change(int most)
        {
            var (changed, removed) = (new List<OpenItem>(), new List<OpenItemId>());
            var open = there.Values.ToArray();
            random.Shuffle(open);
            var count = random.Next(1, most + 1);
            for (var i = 0; i < count; i++)
            {
                var old = i < open.Length ? open[i] : null;
                var kind = random.Next(10);
                if (old is null || kind < 4) changed.Add(Invented());
                else if (kind < 6) changed.Add(Settled(old));
                else if (kind < 8) changed.Add(PaidInPart(old));
                else if (kind < 9) changed.Add(Reopened(old));
                else removed.Add(old.Id);
            }
            if (random.Next(5) == 0) removed.Add(new("NOBODY"));
            foreach (var id in removed) there.Remove(id);
            foreach (var item in changed) there[item.Id] = item;
            all.AddRange(changed);
            return (changed, removed);
        }

        public IncomingPayment[] Payments(int count) => [.. Enumerable.Range(0, count).Select(Payment)];

        private OpenItem Invented()
        {
            last++;
            // Many items of one number, and of one reference: opening balances.
            var number = isCrowded && random.Next(2) == 0 ? "SALDO 2025-0000" : random.Next(prefixes + 6) switch
            {
                0 => $"{random.Next(40)}",
                1 => $"26/{random.Next(30):00000}",
                2 => $"2026-{random.Next(3)}-{random.Next(400):00000}/X",
                3 => $"{random.NextInt64(1_000_000_000)}{random.Next(30):0000000000000}",
                4 => $"RE-000{random.Next(400) + 1_000}",
                5 => $"INV-2026-{random.Next(400) * (long)random.Next(1, 900):0000000}",
                var prefix => $"{(char)('A' + prefix % 26)}{(char)('A' + prefix / 26)}-{random.Next(50):0000000}",
            };
            var coin = random.Next(8) == 0 ? Currency.Usd : Currency.Eur;
            var reference = random.Next(5) switch
            {
                0 => $"RF18{last % 40:0000000}", 1 => $"{last % 30:000000000000}", 2 => $"{last % 7:00000000000000000000000}", 3 => $"K{last % 9}", _ => "",
            };
            var item = Desk.Invoice(number, Customer(), 0, reference, other: Money.FromMinorUnits(Minor(), coin), id: $"I{last:0000}",
                due: Desk.Today.PlusDays(random.Next(-20, 40)));
            return random.Next(4) == 0 ? item with { References = [$"{48_213_907L * random.Next(1, 30):0000000000}", "x"] } : item;
        }

        private string Customer() => random.Next(customers) switch { 0 => "ACME", 1 => "BOLT", 2 => "COLT", var other => $"C-{other:00000}" };

        private long Minor() => (random.Next(12) == 0 ? -1 : 1) * (random.Next(3) switch
        {
            0 => 100L * random.Next(1, 6), 1 => 500L * random.Next(1, 40), _ => random.Next(1, 2_000_000),
        });

        private static OpenItem Settled(OpenItem item) => Less(item, item.Open);

        private OpenItem PaidInPart(OpenItem item) =>
            Less(item, Money.FromMinorUnits(item.Open.MinorUnits * random.Next(1, 9) / 10, item.Amount.Currency));

        private OpenItem Reopened(OpenItem item) =>
            item with { Applications = [], Amount = random.Next(3) == 0 ? Money.FromMinorUnits(Minor(), item.Amount.Currency) : item.Amount };

        private static OpenItem Less(OpenItem item, Money part) => part.IsZero ? item : item with
        {
            Applications = [.. item.Applications, Application(item, part)],
        };

        private IncomingPayment Payment(int index)
        {
            if (all.Count == 0) return Desk.Payment(1m, "1001", id: $"P{index:000}");
            var (one, other) = (Any(), Any());
            var minor = random.Next(6) switch
            {
                0 => Math.Abs(Minor()), 1 => one.Amount.MinorUnits + other.Amount.MinorUnits, 2 => one.Open.MinorUnits / 2, _ => one.Open.MinorUnits,
            };
            var text = random.Next(8) switch
            {
                0 or 1 => "", 2 or 3 => one.DocumentNumber, 4 => $"{one.DocumentNumber}, {other.DocumentNumber}", 5 => one.PaymentReference,
                6 => string.Concat(one.References), _ => $"no {one.DocumentNumber[1..]}",
            };
            var payment = Desk.Payment(0, text, Accounts[random.Next(Accounts.Length)], $"P{index:000}") with
            {
                Amount = Money.FromMinorUnits(minor, one.Amount.Currency),
            };
            return random.Next(3) != 0 ? payment : payment with
            {
                Claims = [new() { StructuredReference = one.PaymentReference, DocumentNumber = random.Next(2) == 0 ? one.DocumentNumber : "" }],
            };
        }

        private OpenItem Any() => all[random.Next(2) == 0 ? random.Next(all.Count) : Math.Max(0, all.Count - 1 - random.Next(20))];
    }

    private static Application Application(OpenItem item, Money part) => new()
    {
        Id = new($"A{item.Applications.Count}"), Counterpart = new("PAY"), Amount = part, FunctionalAmount = part, On = Desk.Today,
        RecordedAt = default,
    };

    private static EquatableArray<MatchDecision> Decide(OpenItemBook book, IncomingPayment[] payments) =>
        MatchingEngine.Match(book, payments, MatchingPolicy.Standard, Desk.Payers).Decisions;

    private static void AssertSame(EquatableArray<MatchDecision> expected, EquatableArray<MatchDecision> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (left, right) in expected.Zip(actual)) Assert.Equal(left, right);
    }

    // Few customers and series, many customers, more series than a book numbers.
    private static Company Any(int seed) => new(seed, 1 + Math.Abs(seed % 4) * 3, seed % 3 == 0 ? 60 : 0, seed % 5 == 0);

    [Property(MaxTest = 300)]
    public void A_changed_book_decides_as_one_that_is_created(int seed)
    {
        var company = Any(seed);
        company.Change(40);
        var book = OpenItemBook.Create(company.There);
        for (var change = 0; change < 12; change++)
        {
            var (changed, removed) = company.Change(change % 3 == 0 ? 12 : 2);
            book = book.With(changed, removed);
            var created = OpenItemBook.Create(company.There);
            var payments = company.Payments(25);
            Assert.Equal(created.Count, book.Count);
            AssertSame(Decide(created, payments), Decide(book, payments));
        }
    }

    [Property(MaxTest = 100)]
    public void The_books_before_stay_what_they_were(int seed)
    {
        var company = Any(seed);
        company.Change(20);
        var books = new List<(OpenItemBook Book, OpenItem[] Items)> { (OpenItemBook.Create(company.There), [.. company.There]) };
        for (var change = 0; change < 10; change++)
        {
            var (changed, removed) = company.Change(5);
            books.Add((books[^1].Book.With(changed, removed), [.. company.There]));
        }
        var payments = company.Payments(25);
        foreach (var (book, items) in books) AssertSame(Decide(OpenItemBook.Create(items), payments), Decide(book, payments));
    }

    [Property(MaxTest = 100)]
    public void Two_books_that_come_of_one_do_not_know_each_other(int seed)
    {
        var company = Any(seed);
        company.Change(20);
        var book = OpenItemBook.Create(company.There);
        var items = company.There.ToDictionary(i => i.Id);
        var (changed, removed) = company.Change(5);
        var first = book.With(changed, removed);
        var cancelled = items.Keys.Take(2).ToArray();
        var second = book.With([], cancelled);
        foreach (var id in cancelled) items.Remove(id);
        var payments = company.Payments(25);
        AssertSame(Decide(OpenItemBook.Create(items.Values), payments), Decide(second, payments));
        AssertSame(Decide(OpenItemBook.Create(company.There), payments), Decide(first, payments));
    }

    [Property(MaxTest = 60)]
    public void Very_many_items_of_one_number_change_as_others_do(int seed)
    {
        var company = new Company(seed, 3, 0, isCrowded: true);
        company.Change(150);
        var books = new List<(OpenItemBook Book, OpenItem[] Items)> { (OpenItemBook.Create(company.There), [.. company.There]) };
        for (var change = 0; change < 8; change++)
        {
            var (changed, removed) = company.Change(15);
            books.Add((books[^1].Book.With(changed, removed), [.. company.There]));
            var payments = company.Payments(20);
            AssertSame(Decide(OpenItemBook.Create(company.There), payments), Decide(books[^1].Book, payments));
        }
        foreach (var (book, items) in books)
        {
            var payments = company.Payments(20);
            AssertSame(Decide(OpenItemBook.Create(items), payments), Decide(book, payments));
        }
    }

    // Paid in part again and again, paid, taken back, cancelled, invoiced again: all that may happen to a few documents.
    [Property(MaxTest = 300)]
    public void The_life_of_a_few_documents_is_that_of_books_created_each_day(int seed)
    {
        var random = new Random(seed);
        OpenItem[] born = [.. Enumerable.Range(0, 6).Select(i => Desk.Invoice($"RE-2026-{1001 + i / 2:000000}", i < 4 ? "ACME" : "BOLT", 100 + i / 3,
            $"RF18{i / 2:0000000}", id: $"I{i}") with { References = i % 3 == 0 ? ["4711000123"] : [] })];
        var there = born.Take(4).ToDictionary(i => i.Id);
        var book = OpenItemBook.Create(there.Values);
        var books = new List<(OpenItemBook Book, OpenItem[] Items)> { (book, [.. there.Values]) };
        for (var day = 0; day < 25; day++)
        {
            var one = born[random.Next(born.Length)];
            var now = there.GetValueOrDefault(one.Id, one);
            var next = random.Next(9) switch
            {
                < 4 when now.Open.MinorUnits > 100 => now with { Applications = now.Applications.Add(Application(now, Money.FromMinorUnits(random.Next(1, 100), Currency.Eur))) },
                < 4 or 4 => now.Open.IsZero ? now : now with { Applications = now.Applications.Add(Application(now, now.Open)) },
                5 => one,
                6 => now with { DueDate = now.DueDate.PlusDays(random.Next(-3, 4)) },
                7 => now with { DocumentNumber = $"RE-2026-{1001 + random.Next(4):000000}" },
                _ => null,
            };
            if (next is null) there.Remove(one.Id);
            else there[one.Id] = next;
            book = next is null ? book.With([], [one.Id]) : book.With([next]);
            books.Add((book, [.. there.Values]));
        }
        var payments = born.SelectMany((item, i) => (IncomingPayment[])[
            Desk.Payment(item.Amount.Amount, item.DocumentNumber, Desk.Acme, $"A{i}"), Desk.Payment(40 + i, $"{item.DocumentNumber} {born[0].DocumentNumber}", "", $"B{i}"),
            Desk.Payment(item.Amount.Amount, "4711000123", Desk.Bolt, $"C{i}"), Desk.Payment(99.5m, "", Desk.Acme, $"D{i}"),
            Desk.Payment(50, "", Desk.Bolt, $"E{i}") with { Claims = [new() { StructuredReference = item.PaymentReference }] }]).ToArray();
        // Newest first, so that older books are read after newer ones.
        foreach (var (older, items) in books.AsEnumerable().Reverse())
        {
            Assert.Equal(items.Count(i => !i.Open.IsZero), older.Count);
            AssertSame(Decide(OpenItemBook.Create(items), payments), Decide(older, payments));
        }
    }

    [Fact]
    public void After_many_changes_the_book_is_built_again()
    {
        var company = new Company(7, 5, 0);
        company.Change(40);
        var book = OpenItemBook.Create(company.There);
        for (var change = 0; change < 1_500; change++)
        {
            var (changed, removed) = company.Change(2);
            book = book.With(changed, removed);
        }
        var payments = company.Payments(500);
        AssertSame(Decide(OpenItemBook.Create(company.There), payments), Decide(book, payments));
    }

    [Fact]
    public void Others_may_read_while_a_newer_book_is_made()
    {
        var company = new Company(11, 5, 0);
        company.Change(40);
        var books = new List<(OpenItemBook Book, EquatableArray<MatchDecision> Expected)>();
        var payments = company.Payments(30);
        var book = OpenItemBook.Create(company.There);
        var isDone = false;
        var reader = Task.Run(() =>
        {
            for (var round = 0; !Volatile.Read(ref isDone) || round < 20; round++)
            {
                (OpenItemBook Book, EquatableArray<MatchDecision> Expected)[] known;
                lock (books) known = [.. books.TakeLast(3)];
                foreach (var (older, expected) in known) AssertSame(expected, Decide(older, payments));
            }
        });
        for (var change = 0; change < 150; change++)
        {
            var (changed, removed) = company.Change(3);
            book = book.With(changed, removed);
            var expected = Decide(OpenItemBook.Create(company.There), payments);
            lock (books) books.Add((book, expected));
        }
        Volatile.Write(ref isDone, true);
        reader.GetAwaiter().GetResult();
    }

    [Fact]
    public void An_id_is_named_once()
    {
        var book = OpenItemBook.Create([Desk.Invoice("RE-1001", "ACME", 100)]);
        var item = Desk.Invoice("RE-1002", "ACME", 50);
        Assert.Throws<ArgumentException>(() => book.With([item, item]));
        Assert.Throws<ArgumentException>(() => book.With([item], [item.Id]));
        Assert.Same(book, book.With([]));
        Assert.Equal(2, book.With([item], [new("NOBODY")]).Count);
    }

    [Fact]
    public void What_was_paid_in_part_asks_for_the_rest()
    {
        var invoice = Desk.Invoice("RE-2026-001001", "ACME", 100);
        var book = OpenItemBook.Create([invoice]);
        var later = book.With([invoice with { Applications = [Application(invoice, Desk.Eur(40))] }]);
        var payment = Desk.Payment(60, "RE-2026-001001", Desk.Acme);
        Assert.Equal("Full RE-2026-001001#1 60.00", Decide(later, [payment])[0].Line());
        Assert.Equal("Partial RE-2026-001001#1 60.00", Decide(book, [payment])[0].Line());
        Assert.Equal("Unidentified rest 60.00", Decide(later.With([], [invoice.Id]), [payment])[0].Line());
    }
}
