using OrderToCash.Receivables;

namespace OrderToCash.Matching.Tests;

/// <summary>Open items and payments of a small book, in euro, as a clerk would write them down.</summary>
internal static class Desk
{
    public static readonly LocalDate Today = new(2026, 3, 20);

    public static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    public static OpenItem Invoice(string number, string customer, decimal amount, string reference = "", int instalment = 1,
        decimal discount = 0, Money? other = null, LocalDate? due = null, string? id = null)
    {
        var money = other ?? Eur(amount);
        return new()
        {
            Id = new(id ?? $"{number}#{instalment}"),
            LegalEntity = new("DE01"),
            Customer = new(customer),
            Kind = money.IsNegative ? OpenItemKind.CreditNote : OpenItemKind.Invoice,
            DocumentNumber = number,
            Instalment = instalment,
            PaymentReference = reference,
            DocumentDate = new(2026, 3, 1),
            DueDate = due ?? new LocalDate(2026, 3, 1).PlusDays(30 * instalment),
            Amount = money,
            FunctionalAmount = money,
            Discounts = discount == 0
                ? []
                : [new() { Until = new(2026, 3, 20), Percentage = Percentage.Of(2), Discount = Eur(discount) }],
        };
    }

    public static OpenItem CreditNote(string number, string customer, decimal amount) => Invoice(number, customer, -amount);

    public static IncomingPayment Payment(decimal amount, string text = "", string account = "", string id = "P1", string name = "",
        string identity = "", LocalDate? on = null, params RemittanceClaim[] claims) => new()
        {
            Id = new(id),
            Amount = Eur(amount),
            ReceivedOn = on ?? Today,
            BankIdentity = identity,
            CounterpartyAccount = account,
            CounterpartyName = name,
            RemittanceText = text,
            Claims = claims.ToEquatableArray(),
        };

    /// <summary>
    /// ACME pays from DE89..., BOLT from AT61...; HOLDING (FR14...) pays for both. COLT is known by name only. The own number
    /// DE68... is given to BOLT.
    /// </summary>
    public static readonly PayerDirectory Payers = PayerDirectory.Create(
    [
        new() { Account = "DE89370400440532013000", Customer = new("ACME") },
        new() { Account = "AT611904300234573201", Customer = new("BOLT") },
        new() { Account = "FR1420041010050500013M02606", Customer = new("ACME") },
        new() { Account = "FR1420041010050500013M02606", Customer = new("BOLT") },
        new() { Name = "Colt & Söhne GmbH", Customer = new("COLT") },
        new() { VirtualAccount = "DE68 2105 0170 0012 3456 78", Customer = new("BOLT") },
    ]);

    public const string Acme = "DE89370400440532013000";
    public const string Bolt = "AT611904300234573201";
    public const string NumberOfBolt = "DE68210501700012345678";
    public const string Holding = "FR14 2004 1010 0505 0001 3M02 606";

    public static MatchDecision Match(IEnumerable<OpenItem> book, IncomingPayment payment) => MatchAll(book, payment)[0];

    public static EquatableArray<MatchDecision> MatchAll(IEnumerable<OpenItem> book, params IncomingPayment[] payments) =>
        MatchingEngine.Match(OpenItemBook.Create(book), payments, MatchingPolicy.Standard, Payers).Decisions;

    /// <summary>The decision as a line of a ledger: <c>Full RE-1001#1 100.00</c>.</summary>
    public static string Line(this MatchDecision decision) => string.Join(" ", new[] { decision.Outcome.ToString() }
        .Concat(decision.Allocations.Select(a => $"{a.Item} {a.Cash.Amount}" + (a.Discount.IsZero ? "" : $" discount {a.Discount.Amount}")
            + (a.WriteOff.IsZero ? "" : $" written off {a.WriteOff.Amount}")))
        .Concat(decision.Residual.IsZero ? [] : [$"rest {decision.Residual.Amount}"]));
}
