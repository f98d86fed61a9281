using System.Globalization;
using System.Text;
using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash.Benchmarks;

/// <summary>How a generated payment says what it is for. Rates in a thousand are those of <see cref="MatchingData.Rates"/>.</summary>
public enum Said
{
    Structured, StructuredWrongDigit, Number, PrefixLost, ZerosStripped, Separators, Truncated, Typing, SeveralNumbers, Range,
    PaidNumber, CustomerNumberOnly, AccountOnly, UnknownAccountAndName, SeveralWithoutReference, AllDue, CreditNoteNetted, Unrelated, PaidTwice,
}

/// <summary>What is different about the amount of a generated payment.</summary>
public enum Twist
{
    None, DiscountTaken, BankFee, Deduction, Over, Instalment, Foreign,
}

/// <summary>
/// Open items, payments and the truth about them: seeded, with published rates. Numbers come from three series that overlap, amounts are
/// log-normal with 10 % round ones, 5 % of the customers are billed the same amount again and again, customers have from one to 500 items.
/// </summary>
public sealed class MatchingData
{
    private static readonly LocalDate Today = new(2026, 7, 1);

    /// <summary>Of a thousand payments that pay something in the book, so many say it so.</summary>
    public static readonly (Said Said, int Rate)[] Rates =
    [
        (Said.Structured, 340), (Said.StructuredWrongDigit, 10), (Said.Number, 150), (Said.PrefixLost, 80), (Said.ZerosStripped, 40),
        (Said.Separators, 50), (Said.Truncated, 20), (Said.Typing, 20), (Said.SeveralNumbers, 60), (Said.Range, 10), (Said.PaidNumber, 10),
        (Said.CustomerNumberOnly, 30), (Said.AccountOnly, 80), (Said.UnknownAccountAndName, 30), (Said.SeveralWithoutReference, 30),
        (Said.AllDue, 20), (Said.CreditNoteNetted, 20),
    ];

    /// <summary>The rates of the day all payments arrive; whoever pays from abroad has an account in one of these currencies.</summary>
    public static readonly ExchangeRate[] ExchangeRates =
        [new(Currency.Eur, Currency.Usd, 1.0973m, Today, "published"), new(Currency.Eur, Currency.Gbp, 0.8541m, Today, "published")];

    private static readonly string[] Filler =
    [
        "SVWZ+", "EREF+NOTPROVIDED ", "DANKE ", "RECHNUNG ", "RG.NR. ", "PAYMENT FOR INVOICE ", "KD-NR 48213 ", "TEL 0891234567 ",
        "VIELEN DANK FUER DIE GUTE ZUSAMMENARBEIT ", "VOM 12.03.2026 ", "ABWA+ACME HOLDING GMBH ",
    ];

    private static readonly LocalDate Start = new(2026, 1, 1);

    private readonly List<OpenItem> items = [];
    private readonly List<IncomingPayment> payments = [];
    private readonly List<int[]> truth = [];
    private readonly List<Said> said = [];
    private readonly List<Twist> twists = [];
    private readonly List<PayerAlias> aliases = [];
    private List<int>[] unpaid = [];
    private int[] owner = [];
    private bool[] isPaid = [];
    private SplitMix random;

    // What banks take off a rate is drawn by itself: the other payments stay those of the same seed.
    private SplitMix banks;
    private MatchingSet set = MatchingSet.Standard;

    public IReadOnlyList<OpenItem> Items => items;

    public IncomingPayment[] Payments { get; private set; } = [];

    public IReadOnlyList<PayerAlias> Aliases => aliases;

    /// <summary>The items each payment is for, as positions in <see cref="Items"/>, ascending; none when it is for nothing in the book.</summary>
    public IReadOnlyList<int[]> Truth => truth;

    public IReadOnlyList<Said> SaidHow => said;

    public IReadOnlyList<Twist> Twists => twists;

    /// <summary>The day all payments arrive.</summary>
    public static LocalDate PaidOn => Today;

    /// <summary>Generates a set; without one the standard set in one currency, which speed is measured with.</summary>
    public static MatchingData Generate(int itemCount, int paymentCount, ulong seed, MatchingSet? set = null)
    {
        var data = new MatchingData { random = new(seed), banks = new(~seed), set = set ?? MatchingSet.OneCurrency };
        var customers = Math.Max(1, itemCount / 20);
        data.MakeItems(itemCount, customers);
        while (data.payments.Count < paymentCount) data.MakePayment(customers);
        data.Payments = [.. data.payments];
        return data;
    }

    private void MakeItems(int count, int customers)
    {
        unpaid = new List<int>[customers];
        owner = new int[count];
        isPaid = new bool[count];
        for (var i = 0; i < customers; i++)
        {
            unpaid[i] = [];
            aliases.Add(new() { Account = Account(i), Customer = Customer(i) });
        }
        for (var i = 0; i < count; i++)
        {
            // Zipf-like: the square of a uniform draw crowds the first customers; none gets more than 500.
            var customer = (int)(customers * Math.Pow(random.Unit(), 1.6));
            if (unpaid[customer].Count >= 500) customer = random.Below(customers);
            if (i % 60 is 3 or 6) customer = owner[i - i % 60];
            owner[i] = customer;
            unpaid[customer].Add(i);
            var isCredit = random.Below(100) < 3;
            var minor = (customer + 13) % 20 < set.EqualAmountCustomers ? 4_900 + customer : Amount();
            var sequence = i / 3 + 1;
            var number = (i % 3) switch
            {
                0 => string.Create(CultureInfo.InvariantCulture, $"INV-2026-{sequence:0000000}"),
                1 => string.Create(CultureInfo.InvariantCulture, $"RE{sequence + 40_000:00000000}"),
                _ => string.Create(CultureInfo.InvariantCulture, $"26-{sequence:000000}-K"),
            };
            var dated = Start.PlusDays(random.Below(170));
            var amount = Money.FromMinorUnits(isCredit ? -minor / 4 - 1 : minor, Currency.Eur);
            items.Add(new()
            {
                Id = new(string.Create(CultureInfo.InvariantCulture, $"OI{i:0000000}")), LegalEntity = new("DE01"), Customer = Customer(customer),
                Kind = isCredit ? OpenItemKind.CreditNote : OpenItemKind.Invoice, DocumentNumber = number, Instalment = 1,
                PaymentReference = isCredit ? "" : Reference(i), DocumentDate = dated, DueDate = isCredit ? dated : dated.PlusDays(30),
                Amount = amount, FunctionalAmount = amount,
                Discounts = isCredit || i % 4 != 0 ? [] :
                    [new() { Until = Today, Percentage = Percentage.Of(2), Discount = amount.Times(Percentage.Of(2), Rounding.HalfAwayFromZero) }],
            });
        }
    }

    private void MakePayment(int customers)
    {
        var kind = Draw();
        if (random.Below(1_000) < set.Unrelated)
        {
            Add(Said.Unrelated, random.Below(customers), Amount(), "", "", []);
            return;
        }
        var next = random.Below(items.Count);
        if (kind == Said.Range) next = next / 60 * 60;
        if (isPaid[next]) return;
        var customer = owner[next];
        var open = unpaid[customer];
        var chosen = Choose(kind, open);
        if (chosen.Count == 0)
        {
            kind = Said.Structured;
            chosen = [open[random.Below(open.Count)]];
            if (items[chosen[0]].Amount.IsNegative) return;
        }
        var amount = chosen.Sum(i => items[i].Amount.MinorUnits);
        if (amount <= 0) return;
        var (text, reference) = Say(kind, chosen);
        if (kind == Said.PaidNumber)
        {
            Add(kind, customer, Amount(), text, "", []);
            return;
        }
        foreach (var i in chosen)
        {
            open.Remove(i);
            isPaid[i] = true;
        }
        var twist = Twist.None;
        if (chosen.Count == 1 && kind <= Said.Typing && kind is not (Said.StructuredWrongDigit or Said.Truncated or Said.Typing)) (amount, twist) = Vary(items[chosen[0]], amount);
        Add(kind, customer, amount, text, reference, [.. chosen.Order()], twist);
        // Half of an item paid twice is the item: nobody can tell, so it is not asked.
        if (kind > Said.Number || Math.Abs(amount * 2 - items[chosen[0]].Amount.MinorUnits) <= 2 || random.Below(100) != 0) return;
        Add(Said.PaidTwice, customer, amount, text, reference, []);
        payments[^1] = payments[^1] with { CounterpartyAccount = payments[^2].CounterpartyAccount, Amount = payments[^2].Amount };
    }

    private List<int> Choose(Said kind, List<int> open)
    {
        var invoices = open.Where(i => items[i].Amount.IsPositive).ToList();
        if (invoices.Count == 0) return [];
        int Any() => invoices[random.Below(invoices.Count)];
        var wanted = kind is Said.SeveralNumbers ? 2 + random.Below(4) : kind is Said.SeveralWithoutReference ? 2 + random.Below(2) : 1;
        switch (kind)
        {
            case Said.SeveralNumbers or Said.SeveralWithoutReference:
                return invoices.Count < wanted ? [] : [.. Enumerable.Range(0, 40).Select(_ => Any()).Distinct().Take(wanted)];
            case Said.Range:
                foreach (var first in invoices)
                    if (first % 60 == 0 && invoices.Contains(first + 3) && invoices.Contains(first + 6)) return [first, first + 3, first + 6];
                return [];
            case Said.AllDue:
                var due = open.Where(i => items[i].DueDate <= Today).ToList();
                return due.Count is >= 2 and <= 40 ? due : [];
            case Said.CreditNoteNetted:
                var credits = open.Where(i => items[i].Amount.IsNegative).ToList();
                return credits.Count == 0 ? [] : [Any(), credits[random.Below(credits.Count)]];
            default:
                return [Any()];
        }
    }

    private (string Text, string Reference) Say(Said kind, List<int> chosen)
    {
        var number = items[chosen[0]].DocumentNumber;
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        var lead = number.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        return kind switch
        {
            Said.Structured => ("", Grouped(items[chosen[0]].PaymentReference)),
            Said.StructuredWrongDigit => ("", Wrong(items[chosen[0]].PaymentReference)),
            Said.Number => (number, ""),
            Said.PrefixLost => (number.StartsWith("INV", StringComparison.Ordinal) && random.Below(2) == 0 ? number[9..] : number[lead..], ""),
            Said.ZerosStripped => (StripZeros(number), ""),
            Said.Separators => (random.Below(2) == 0 ? number.Replace("-", " / ", StringComparison.Ordinal).Replace(" / ", "/", StringComparison.Ordinal) : digits, ""),
            Said.Truncated => ("RECHNUNG " + number[..^2], ""),
            Said.Typing => (Mistyped(number, lead), ""),
            Said.SeveralNumbers or Said.CreditNoteNetted => (string.Join(random.Below(2) == 0 ? ", " : " ", chosen.Select(i => items[i].DocumentNumber)), ""),
            Said.Range => ($"{number} - {items[chosen[^1]].DocumentNumber}".Replace(" - ", random.Below(2) == 0 ? "-" : " bis ", StringComparison.Ordinal), ""),
            Said.PaidNumber => (string.Create(CultureInfo.InvariantCulture, $"INV-2026-{items.Count + random.Below(90_000):0000000}"), ""),
            Said.CustomerNumberOnly => ("KD " + items[chosen[0]].Customer.Value, ""),
            _ => ("", ""),
        };
    }

    private (long Amount, Twist Twist) Vary(OpenItem item, long amount)
    {
        var tier = item.Discounts.IsEmpty ? 0 : item.Discounts[0].Discount.MinorUnits;
        var draw = random.Below(1_000);
        return draw switch
        {
            < 240 when tier > 0 => (amount - tier, Twist.DiscountTaken),
            >= 240 and < 260 when amount > 200_000 => (amount - 100 - random.Below(400), Twist.BankFee),
            >= 260 and < 290 => (amount - amount * (2 + random.Below(15)) / 100, Twist.Deduction),
            >= 290 and < 300 => (amount + 1 + random.Below(5_000), Twist.Over),
            >= 300 and < 320 => (amount / 2, Twist.Instalment),
            >= 320 when draw < 320 + set.Foreign => (amount, Twist.Foreign),
            _ => (amount, Twist.None),
        };
    }

    // The payer's bank converts at a rate of its own, which is a little off the published one, to either side.
    private Money Abroad(int customer, Money amount)
    {
        var rate = ExchangeRates[customer % ExchangeRates.Length];
        var off = banks.Below(2 * set.BankOffRate + 1) - set.BankOffRate;
        return amount.Convert(rate, Rounding.HalfAwayFromZero).Times(Percentage.Of(100m + off / 100m), Rounding.HalfAwayFromZero);
    }

    private void Add(Said kind, int customer, long amount, string text, string reference, int[] truthOf, Twist twist = Twist.None)
    {
        var line = new StringBuilder(Filler[random.Below(Filler.Length)]).Append(Filler[random.Below(Filler.Length)]).Append(text);
        while (line.Length < 140 && text.Length + line.Length > 0) line.Append(' ').Append(Filler[random.Below(Filler.Length)]);
        if (line.Length > 140) line.Length = Math.Max(140, line.ToString().IndexOf(text, StringComparison.Ordinal) + text.Length);
        var isKnown = kind != Said.UnknownAccountAndName && random.Below(100) >= set.UnknownAccounts;
        if (kind is Said.AccountOnly or Said.CustomerNumberOnly or Said.SeveralWithoutReference or Said.AllDue) isKnown = true;
        var id = string.Create(CultureInfo.InvariantCulture, $"PAY{payments.Count:0000000}");
        var money = Money.FromMinorUnits(amount, Currency.Eur);
        payments.Add(new()
        {
            Id = new(id), Amount = twist == Twist.Foreign ? Abroad(customer, money) : money, ReceivedOn = Today, BankIdentity = "DE-OWN|" + id,
            CounterpartyAccount = isKnown ? Account(customer) : Account(random.Below(900_000) + 1_000_000),
            CounterpartyName = "CUSTOMER " + customer.ToString(CultureInfo.InvariantCulture),
            RemittanceText = line.ToString(),
            Claims = reference.Length == 0 ? [] : [new() { StructuredReference = reference }],
        });
        truth.Add(truthOf);
        said.Add(kind);
        twists.Add(twist);
    }

    private Said Draw()
    {
        var draw = random.Below(1_000);
        foreach (var (kind, rate) in set.Rates)
            if ((draw -= rate) < 0) return kind;
        return Said.Structured;
    }

    private string Mistyped(string number, int lead)
    {
        var at = lead + 1 + random.Below(number.Length - lead - 2);
        while (!char.IsAsciiDigit(number[at]) || !char.IsAsciiDigit(number[at - 1])) at = at + 1 < number.Length - 1 ? at + 1 : lead + 1;
        return random.Below(3) switch
        {
            0 => number.Remove(at, 1),
            1 => number.Insert(at, number[at].ToString()),
            _ => string.Concat(number.AsSpan(0, at - 1), number[at].ToString(), number[at - 1].ToString(), number.AsSpan(at + 1)),
        };
    }

    private static string StripZeros(string number)
    {
        var text = new StringBuilder();
        var isInNumber = false;
        foreach (var c in number)
        {
            if (!char.IsAsciiDigit(c)) isInNumber = false;
            else if (c != '0') isInNumber = true;
            if (c != '0' || isInNumber) text.Append(c);
        }
        return text.ToString();
    }

    private string Grouped(string reference) =>
        random.Below(2) == 0 ? reference : string.Join(' ', reference.Chunk(4).Select(c => new string(c)));

    private string Wrong(string reference)
    {
        var at = 6 + random.Below(reference.Length - 6);
        var digit = (reference[at] - '0' + 1 + random.Below(9)) % 10;
        return string.Concat(reference.AsSpan(0, at), digit.ToString(CultureInfo.InvariantCulture), reference.AsSpan(at + 1));
    }

    // Log-normal with a median of 480.00 and a heavy tail; every tenth is a multiple of 10.00.
    private long Amount()
    {
        var normal = -6.0;
        for (var i = 0; i < 12; i++) normal += random.Unit();
        var amount = Math.Clamp((long)Math.Exp(Math.Log(48_000) + 1.3 * normal), 1_000, 50_000_000);
        return random.Below(10) == 0 ? amount / 1_000 * 1_000 : amount;
    }

    private static CustomerId Customer(int i) => new(string.Create(CultureInfo.InvariantCulture, $"C{i:000000}"));

    private static string Account(int i) => string.Create(CultureInfo.InvariantCulture, $"DE{10 + i % 89}10020030{i:0000000000}");

    private static string Reference(int i)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"2026{i:00000000}");
        var rest = (body + "271500").Aggregate(0, (m, c) => (m * 10 + c - '0') % 97);
        return string.Create(CultureInfo.InvariantCulture, $"RF{98 - rest:00}{body}");
    }

    private struct SplitMix(ulong seed)
    {
        private ulong state = seed;

        public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

        public int Below(int bound) => (int)((Next() >> 11) % (ulong)bound);

        private ulong Next()
        {
            state = unchecked(state + 0x9E3779B97F4A7C15UL);
            var z = unchecked((state ^ state >> 30) * 0xBF58476D1CE4E5B9UL);
            z = unchecked((z ^ z >> 27) * 0x94D049BB133111EBUL);
            return z ^ z >> 31;
        }
    }
}
