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
        ("CNY", 3_500), ("HKD", 4_000), ("TWD", 15_000), ("THB", 15_000), ("MYR", 2_000), ("PHP", 25_000), ("AED", 2_000),
        ("SAR", 2_000), ("ILS", 2_000), ("ZAR", 9_000), ("BRL", 2_500), ("MXN", 9_000), ("PLN", 2_000), ("CZK", 10_000), ("HUF", 150_000),
    ];

    public static void Run(Arguments arguments, Rejections rejections)
    {
        var invoices = Csv.Read(arguments.File("invoices"), rejections, "invoice_id", "Client", "Customer ID", "Customer Name", "Billing Number",
            "Assignment Number", "Document Date", "Due Date", "Amount", "Currency Code");
        var payments = Csv.Read(arguments.File("payments"), rejections, "payment_id", "Amount", "Currency", "Posting Date", "Account Number",
            "Business Partner", "Memo Line");
        OpenItem[] items = [.. Items(invoices)];
        IncomingPayment[] incoming = [.. Payments(payments)];
        var run = MatchingEngine.Match(OpenItemBook.Create(items), incoming, Policy(), Payers(invoices));
        using var file = new DecisionFile(arguments.Need("out"));
        foreach (var decision in run.Decisions) file.Write(decision, i => i.Value);
        Console.WriteLine($"{run.Decisions.Count} payments, {run.Decisions.Count(d => d.IsApplied)} applied, {run.Steps} steps");
    }

    private static IEnumerable<OpenItem> Items(Csv invoices)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < invoices.Count; i++)
        {
            var (minor, currency) = (invoices.Hundredths(i, "Amount"), invoices.Currency(i, "Currency Code"));
            var (entity, customer) = (invoices.Id(i, "Client"), invoices.Id(i, "Customer ID"));
            var dated = invoices.Date(i, "Document Date");
            var due = invoices.Date(i, "Due Date", dated);
            var id = invoices.Id(i, "invoice_id", ids);
            if (invoices.IsRefused(i)) continue;
            var amount = Money.FromMinorUnits(minor, currency);
            yield return new()
            {
                Id = new(id), LegalEntity = new(entity), Customer = new(customer),
                Kind = amount.IsNegative ? OpenItemKind.CreditNote : OpenItemKind.Invoice,
                DocumentNumber = invoices.Field(i, "Billing Number"),
                References = [invoices.Field(i, "Assignment Number")],
                DocumentDate = dated, DueDate = due, Amount = amount, FunctionalAmount = amount,
            };
        }
    }

    private static IEnumerable<IncomingPayment> Payments(Csv payments)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < payments.Count; i++)
        {
            var (minor, currency) = (payments.Hundredths(i, "Amount"), payments.Currency(i, "Currency"));
            var received = payments.Date(i, "Posting Date");
            var id = payments.Id(i, "payment_id", ids);
            if (payments.IsRefused(i)) continue;
            yield return new()
            {
                Id = new(id), Amount = Money.FromMinorUnits(minor, currency), ReceivedOn = received,
                CounterpartyAccount = payments.Field(i, "Account Number"),
                CounterpartyName = payments.Field(i, "Business Partner"),
                RemittanceText = payments.Field(i, "Memo Line"),
            };
        }
    }

    private static PayerDirectory Payers(Csv invoices) => PayerDirectory.Create(Enumerable.Range(0, invoices.Count)
        .Where(i => !invoices.IsRefused(i))
        .Select(i => new PayerAlias { Name = invoices.Field(i, "Customer Name"), Customer = new(invoices.Field(i, "Customer ID")) })
        .Distinct());

    private static MatchingPolicy Policy() => MatchingPolicy.Standard with
    {
        Version = "pay-to-inv-2",
        LearnsPayers = true,
        ShortToleranceCaps = Caps.Select(c => Money.FromMinorUnits(c.Hundredths, Currency.Of(c.Currency))).ToEquatableArray(),
    };
}
