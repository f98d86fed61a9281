using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Receivables.Tests;

/// <summary>Random commands, legal and illegal, over several currencies; after each step the books must be in order.</summary>
public class LedgerProperties
{
    public enum Verb { Invoice, Receive, ReceiveForeign, Credit, Apply, ApplyDiscount, ApplyWriteOff, ApplyTwo, Unapply, Return, Refund, WriteOff, PayWhole, Lock }

    /// <summary>A command by numbers: what they pick depends on the books, so that shrinking keeps a sequence meaningful.</summary>
    public sealed record Step(Verb Verb, int First, int Second, int Amount, int Days);

    public sealed class Sequences
    {
        private static readonly Verb[] Verbs = Enum.GetValues<Verb>();

        private static readonly Gen<Step> OneStep =
            from verb in Gen.Frequency((8, Gen.Elements(Verbs.Where(v => v != Verb.Lock).ToArray())), (4, Gen.Elements(Verb.Invoice, Verb.Apply, Verb.Receive)), (2, Gen.Constant(Verb.Unapply)),
                (1, Gen.Constant(Verb.Lock)))
            from first in Gen.Choose(0, 1000)
            from second in Gen.Choose(0, 1000)
            from amount in Gen.Frequency((4, Gen.Choose(1, 300)), (2, Gen.Choose(1, 100_000)), (1, Gen.Choose(-5, 0)))
            from days in Gen.Frequency((4, Gen.Choose(0, 3)), (3, Gen.Choose(-6, 0)), (1, Gen.Choose(0, 40)))
            select new Step(verb, first, second, amount, days);

        public static Arbitrary<Step[]> Steps() => Arb.From(
            from size in Gen.Choose(5, 60) from steps in Gen.ArrayOf(OneStep, size) select steps, Shrink);

        private static IEnumerable<Step[]> Shrink(Step[] steps)
        {
            for (var take = steps.Length / 2; take >= 1; take /= 2)
                for (var at = 0; at + take <= steps.Length; at += take)
                    yield return [.. steps[..at], .. steps[(at + take)..]];
            for (var i = 0; i < steps.Length; i++)
            {
                if (steps[i].Amount > 1) yield return [.. steps[..i], steps[i] with { Amount = steps[i].Amount / 2 }, .. steps[(i + 1)..]];
                if (steps[i].Days != 0) yield return [.. steps[..i], steps[i] with { Days = steps[i].Days / 2 }, .. steps[(i + 1)..]];
            }
        }
    }

    private static readonly Currency[] Currencies = [Currency.Eur, Currency.Usd, Currency.Jpy, Currency.Of("KWD")];

    private sealed class Machine
    {
        private readonly List<string> applications = [];
        private int number;

        internal Books Books { get; } = Books.InEuro(tolerance: 0.50m);
        internal LocalDate Today { get; private set; } = Books.Day;

        internal Result<LedgerDecision> Do(Step step)
        {
            var on = Today.PlusDays(step.Days);
            if (step.Days is > 0 and <= 3) Today = on;
            number++;
            switch (step.Verb)
            {
                case Verb.Invoice: return Invoice(step, on);
                case Verb.Receive:
                {
                    var currency = Pick(Currencies, step.First);
                    return Books.Receive($"P{number}", Money.FromMinorUnits(step.Amount, currency), Rate(currency, step.Second), on);
                }
                case Verb.ReceiveForeign:
                    return Books.Receive($"P{number}", Money.FromMinorUnits(step.Second + 1, Currency.Eur), null, on, Money.FromMinorUnits(step.Amount, Currency.Usd));
                case Verb.Credit:
                {
                    var currency = Pick(Currencies, step.First);
                    return Books.Credit($"C{number}", Money.FromMinorUnits(step.Amount, currency), Rate(currency, step.Second), on);
                }
                case Verb.Apply: return Books.Apply(on, Request(step, 0));
                case Verb.ApplyDiscount:
                {
                    var request = Request(step, 0);
                    if (step.Amount % 2 == 0 && Books.Items.TryGetValue(request.Debit, out var debit) && debit.DiscountOn(on) is { } discount)
                        request = request with { Amount = debit.Open - discount };
                    return Books.Apply(on, request with { TakeDiscount = true, Rest = (RestTreatment)(step.Second & 1) });
                }
                case Verb.ApplyWriteOff: return Books.Apply(on, Request(step, 0) with { Rest = (RestTreatment)(1 + (step.Second % 3)) });
                case Verb.ApplyTwo: return Books.Apply(on, Request(step, 0), Request(step with { Second = step.Second + 1 }, 1));
                case Verb.Unapply: return Books.Unapply(applications.Count == 0 ? "none" : Pick(applications, step.First), on);
                case Verb.Return: return Books.Return(AnItem(step.First), on, Money.FromMinorUnits(step.Second % 3, Currency.Eur));
                case Verb.Refund when Books.Items.Count > 0:
                {
                    var item = Books[AnItem(step.First)];
                    return Books.Refund(item.Id.Value, NewApplication(), on, null, Rate(item.Amount.Currency, step.Second));
                }
                case Verb.WriteOff when Books.Items.Count > 0: return Books.WriteOff(AnItem(step.First), NewApplication(), on);
                case Verb.PayWhole when Books.Items.Count > 0: return PayWhole(step, on);
                case Verb.Lock:
                    Books.Policy = Books.Policy with { LockedThrough = on.PlusDays(-20) };
                    break;
            }
            return Books.Apply(on);
        }

        private Result<LedgerDecision> Invoice(Step step, LocalDate on)
        {
            var currency = Pick(Currencies, step.First);
            var amount = Money.FromMinorUnits(step.Amount, currency);
            var tax = amount.Times(0.16m, Rounding.HalfAwayFromZero);
            var discount = amount.Times(0.03m, Rounding.HalfAwayFromZero);
            return Books.Invoice($"I{number}", amount, Rate(currency, step.Second), on,
                discounts: discount.IsPositive ? [new() { Until = on.PlusDays(10), Percentage = Percentage.Of(3), Discount = discount }] : [],
                taxes: [new() { Category = TaxCategory.Standard, Rate = Percentage.Of(19), Base = amount - tax, Tax = tax, TaxPoint = on }],
                mode: (DiscountTaxMode)(step.Second % 3));
        }

        // Pays exactly what closes an item, in one entry with the receipt.
        private Result<LedgerDecision> PayWhole(Step step, LocalDate on)
        {
            var item = Books[AnItem(step.First)];
            var discount = item.DiscountOn(on);
            var amount = item.Open - (discount ?? Money.Zero(item.Amount.Currency));
            var payment = Books.PaymentOf($"P{number}", amount, Rate(item.Amount.Currency, step.Second), on);
            return Books.Commit(Ledger.ReceiveAndApply([item], payment,
                [Receivables.Tests.Books.Request(NewApplication(), payment.Item.Value, item.Id.Value, amount, discount is not null)],
                Books.Policy, Receivables.Tests.Books.Clerk, Books.Now));
        }

        private ApplicationRequest Request(Step step, int shift)
        {
            var credits = Books.Items.Values.Where(i => !i.IsDebit).ToList();
            var from = credits.Count == 0 || step.First % 11 == 0 ? AnItem(step.First) : Pick(credits, step.First).Id.Value;
            var fitting = Books.Items.TryGetValue(new(from), out var credit)
                ? Books.Items.Values.Where(i => i.IsDebit && i.Amount.Currency == credit.Amount.Currency).ToList()
                : [];
            var to = fitting.Count == 0 || step.Second % 11 == 0 ? AnItem(step.Second + shift) : Pick(fitting, step.Second).Id.Value;
            var amount = Money.FromMinorUnits(step.Amount, credit?.Amount.Currency ?? Currency.Eur);
            if (step.Amount % 3 == 0 && credit is not null && Books.Items.TryGetValue(new(to), out var debit) && debit.Amount.Currency == amount.Currency)
                amount = Money.Min(-credit.Open, debit.Open);
            return Receivables.Tests.Books.Request(NewApplication(), from, to, amount);
        }

        private string NewApplication()
        {
            var id = $"A{applications.Count}";
            applications.Add(id);
            return id;
        }

        private string AnItem(int pick) => Books.Items.Count == 0 ? "none" : Pick(Books.Items.Keys.ToList(), pick).Value;

        private static T Pick<T>(IReadOnlyList<T> list, int pick) => list[pick % list.Count];

        private static ExchangeRate? Rate(Currency currency, int pick) => currency == Currency.Eur ? null
            : currency == Currency.Usd ? new(Currency.Eur, Currency.Usd, 1.05m + (pick % 4 * 0.037m), Books.Day, "test")
            : currency == Currency.Jpy ? new(currency, Currency.Eur, 0.0061m + (pick % 3 * 0.0002m), Books.Day, "test")
            : new(currency, Currency.Eur, 2.987m + (pick % 3 * 0.11m), Books.Day, "test");
    }

    [Property(MaxTest = 600, Arbitrary = [typeof(Sequences)])]
    public void After_every_command_the_books_are_in_order(Step[] steps)
    {
        var machine = new Machine();
        foreach (var step in steps)
        {
            var before = (machine.Books.Journal.Count, Items: machine.Books.All);
            var result = machine.Do(step);
            if (!result.IsSuccess)
            {
                Assert.Equal(before.Count, machine.Books.Journal.Count);
                Assert.Equal(before.Items, machine.Books.All);
                continue;
            }
            foreach (var decision in result.Value.Items)
            {
                Assert.Empty(decision.State.Check());
                Assert.NotEmpty(decision.Events);
            }
            InOrder(machine.Books);
        }
        AgesAddUp(machine.Books, machine.Today);
        Replays(machine.Books);
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Sequences)])]
    public void Applying_and_taking_back_is_as_if_nothing_had_been(Step[] steps)
    {
        var machine = new Machine();
        foreach (var step in steps)
        {
            var open = machine.Books.Items.ToDictionary(i => i.Key, i => (i.Value.Open, i.Value.OpenFunctional));
            var balances = machine.Books.Journal.SelectMany(e => e.Lines).Select(l => l.Account).Distinct()
                .ToDictionary(r => r, machine.Books.Balance);
            var result = machine.Do(step);
            if (!result.IsSuccess || result.Value.Entries[0].Event is not ("PaymentApplied" or "PaymentAppliedWithDiscount" or "PaymentAppliedWithWriteOff")) continue;
            if (step.Verb == Verb.PayWhole) continue;
            var made = result.Value.Items.SelectMany(i => i.Events).OfType<OpenItemApplied>().SelectMany(e => e.Applications).Select(a => a.Id).Distinct();
            foreach (var id in made.Reverse()) Expect.Success(machine.Books.Unapply(id.Value, result.Value.Entries[0].Date));
            foreach (var item in machine.Books.Items) Assert.Equal(open[item.Key], (item.Value.Open, item.Value.OpenFunctional));
            foreach (var role in machine.Books.Journal.SelectMany(e => e.Lines).Select(l => l.Account).Distinct())
                Assert.Equal(balances.GetValueOrDefault(role, Money.Zero(Currency.Eur)), machine.Books.Balance(role));
        }
    }

    [Fact]
    public void The_random_commands_reach_every_verb_and_are_refused_too()
    {
        var (done, refused) = (new HashSet<Verb>(), new HashSet<string>());
        foreach (var steps in Gen.Sample(Sequences.Steps().Generator, 300, 50))
        {
            var machine = new Machine();
            foreach (var step in steps)
            {
                var result = machine.Do(step);
                if (result.IsSuccess) done.Add(step.Verb);
                else refused.UnionWith(result.Errors.Select(e => e.Code));
            }
        }
        Assert.Equal(Enum.GetValues<Verb>().Where(v => v != Verb.Lock), done.Order());
        Assert.True(refused.Count >= 12, string.Join(", ", refused));
    }

    private static void InOrder(Books books)
    {
        foreach (var entry in books.Journal.TakeLast(2)) Balanced(entry);
        foreach (var role in (AccountRole[])[AccountRole.TradeReceivable, AccountRole.UnappliedCash, AccountRole.CustomerCredit])
        {
            var open = Money.Sum(books.Items.Values.Where(i => i.Account == role).Select(i => i.OpenFunctional), Currency.Eur);
            Assert.Equal(open, books.Balance(role));
        }
        Assert.True(books.Balance(AccountRole.FxClearing).IsZero);
        foreach (var item in books.Items.Values)
        {
            Assert.True(item.Open.Sign * item.Amount.Sign >= 0 && item.Open.Abs() <= item.Amount.Abs());
            Assert.True(item.OpenFunctional.Sign * item.Amount.Sign >= 0);
            Assert.Equal(item.Open, Posted(books, item));
        }
    }

    private static void Balanced(JournalEntry entry)
    {
        Assert.True(Money.Sum(entry.Lines.Select(l => l.SignedFunctional), entry.FunctionalCurrency).IsZero);
        foreach (var group in entry.Lines.GroupBy(l => l.Document.Currency))
            Assert.True(Money.Sum(group.Select(l => l.SignedDocument), group.Key).IsZero);
        Assert.Equal(entry.Lines.Count, entry.Lines.Select(l => (l.Side, l.Account, l.Document.Currency, l.Item)).Distinct().Count());
    }

    // The journal alone says what is open on an item.
    private static Money Posted(Books books, OpenItem item) =>
        Money.Sum(books.Journal.SelectMany(e => e.Lines).Where(l => l.Item == item.Id).Select(l => l.SignedDocument), item.Amount.Currency);

    private static void AgesAddUp(Books books, LocalDate today)
    {
        foreach (var credits in Enum.GetValues<AgingCredits>())
            foreach (var day in (LocalDate[])[today.PlusDays(-7), today, today.PlusDays(50)])
            {
                var report = Aging.Of(books.Items.Values, day, new() { Credits = credits });
                foreach (var currency in Currencies)
                    Assert.Equal(
                        Money.Sum(books.Items.Values.Where(i => i.Amount.Currency == currency).Select(i => i.OpenOn(day)), currency),
                        report.Total(currency));
            }
        foreach (var item in books.Items.Values) Assert.Equal(item.Open, item.OpenOn(LocalDate.MaxIsoValue));
    }

    private static void Replays(Books books)
    {
        foreach (var (id, stream) in books.Streams)
            Assert.Equal(books.Items[id], stream.Skip(1).Aggregate(OpenItem.From((OpenItemOpened)stream[0]), (item, e) => item.Apply(e)));
    }
}
