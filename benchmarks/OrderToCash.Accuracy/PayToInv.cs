using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash.Accuracy;

/// <summary>
/// pay-to-inv: payments with damaged numbers, other names and small deductions. Every currency is counted in hundredths, yen
/// and won as well, because the set does. The engine gets what a seller knows: his items with the numbers customers are told
/// (billing and assignment number), the names in his customer master, and no alias of any account.
/// </summary>
internal static class PayToInv
{
    /// <summary>
    /// What a clerk would let go: about five dollars in any currency, and no more than half a percent.
    /// </summary>
    private static readonly (string Currency, long Hundredths)[] Caps =
    [
        ("USD", 500), ("EUR", 500), ("GBP", 500), ("CHF", 500), ("AUD", 500), ("NZD", 500), ("CAD", 500), ("SGD", 500),
        ("SEK", 5_000), ("NOK", 5_000), ("DKK", 5_000), ("JPY", 50_000), ("INR", 50_000), ("KRW", 500_000),
    ];

    public static void Run(Arguments arguments)
    {
        var invoices = Csv.Read(arguments.File("invoices"));
        var payments = Csv.Read(arguments.File("payments"));
        var run = MatchingEngine.Match(OpenItemBook.Create(Items(invoices)), Payments(payments), Policy(), Payers(invoices));
        using var file = new DecisionFile(arguments.Need("out"));
        foreach (var decision in run.Decisions) file.Write(decision, i => i.Value);
        Console.WriteLine($"{run.Decisions.Count} payments, {run.Decisions.Count(d => d.IsApplied)} applied, {run.Steps} steps");
    }

    private static IEnumerable<OpenItem> Items(Csv invoices)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < invoices.Count; i++)
        {
            var amount = Money.FromMinorUnits(invoices.Hundredths(i, "Amount"), invoices.Currency(i, "Currency Code"));
            yield return new()
            {
                Id = new(invoices.Id(i, "invoice_id", ids)),
                LegalEntity = new(invoices.Field(i, "Client")),
                Customer = new(invoices.Field(i, "Customer ID")),
                Kind = amount.IsNegative ? OpenItemKind.CreditNote : OpenItemKind.Invoice,
                DocumentNumber = invoices.Field(i, "Billing Number"),
                References = [invoices.Field(i, "Assignment Number")],
                DocumentDate = invoices.Date(i, "Document Date"),
                DueDate = invoices.Date(i, "Due Date"),
                Amount = amount,
                FunctionalAmount = amount,
            };
        }
    }

    private static IEnumerable<IncomingPayment> Payments(Csv payments)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < payments.Count; i++)
            yield return new()
            {
                Id = new(payments.Id(i, "payment_id", ids)),
                Amount = Money.FromMinorUnits(payments.Hundredths(i, "Amount"), payments.Currency(i, "Currency")),
                ReceivedOn = payments.Date(i, "Posting Date"),
                CounterpartyAccount = payments.Field(i, "Account Number"),
                CounterpartyName = payments.Field(i, "Business Partner"),
                RemittanceText = payments.Field(i, "Memo Line"),
            };
    }

    private static PayerDirectory Payers(Csv invoices) => PayerDirectory.Create(Enumerable.Range(0, invoices.Count)
        .Select(i => new PayerAlias { Name = invoices.Field(i, "Customer Name"), Customer = new(invoices.Field(i, "Customer ID")) })
        .Distinct());

    private static MatchingPolicy Policy() => MatchingPolicy.Standard with
    {
        Version = "pay-to-inv-2",
        LearnsPayers = true,
        ShortToleranceCaps = Caps.Select(c => Money.FromMinorUnits(c.Hundredths, Currency.Of(c.Currency))).ToEquatableArray(),
    };
}
