using System.Globalization;
using NodaTime.Text;
using OrderToCash.Receivables;
using OrderToCash.Tax;

namespace OrderToCash.Quickstart;

/// <summary>The main job: from order lines to figures, step by step.</summary>
internal sealed class CycleRun(QuickstartOptions options, TextWriter console, TextWriter errors)
{
    /// <summary>Days after the last order that the run looks back from, unless said otherwise.</summary>
    private const int DaysToLookBack = 60;

    private readonly RejectionLog log = new();

    /// <summary>What stands in the books after the run; null before, and where nothing was read.</summary>
    public CycleResult? Result { get; private set; }

    /// <summary>The statement that was made up, with what its payments were meant for; null where a statement was given.</summary>
    public GeneratedStatement? Generated { get; private set; }

    /// <summary>Runs; the answer is the exit code (<see cref="ExitCode"/>).</summary>
    public async Task<int> RunAsync()
    {
        var opened = OutputFolder.Open(options.Out, Inputs.Where(i => i?.FullPath is not null).Select(i => i!.FullPath!));
        if (!opened.IsSuccess) return Refuse(opened.Errors);
        try
        {
            return await RunAsync(opened.Value);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse([OutputFolder.NotWritable(opened.Value.FullPath, e)]);
        }
    }

    private async Task<int> RunAsync(OutputFolder folder)
    {
        Say("import");
        var documents = OrdersFile.Read(options.Orders, log);
        var known = RatesFile.Read(options.Rates, log);
        var rates = new ExchangeRateTable(known);
        if (documents.Count == 0) return Nothing(folder);
        var first = documents.Min(d => d.OrderedAt.Date);
        var asOf = options.AsOf ?? documents.Max(d => d.OrderedAt.Date).PlusDays(DaysToLookBack);
        if (asOf < first) return Refuse([OptionErrors.TooEarly.At("--as-of", ("asOf", asOf), ("first", first))]);
        var customers = Customers(documents);
        Say($"  {documents.Count} documents of {customers.Count} customers in {customers.Values.Select(c => c.Country).Distinct().Count()} countries; {log.Count} rows rejected");

        var clock = new CycleClock();
        var books = new InMemoryBooks();
        var accounts = SellerAccount.For(customers.Values.Select(c => c.Currency).Append(Currency.Gbp));
        var seller = Seller.Of(accounts);
        var (entities, problems, agenda) = (new LegalEntityList(seller), new Problems(log), new Agenda());
        var billing = new BillingDesk(books, entities, rates, BuiltInTaxRates.Table, clock);
        var intake = new OrderIntake(new(books, entities, rates, BuiltInTaxRates.Table, clock), billing, agenda, clock, rates, seller, customers, problems, log, options.Orders.Name);
        var cancellations = new Cancellations(billing, agenda, intake, seller, problems, log, options.Orders.Name);

        Say("customers and limits");
        clock.GoTo(first.PlusDays(-1), 9);
        await new CustomerAccounts(new(books, clock), new(books, rates, entities, clock), problems).OpenAsync(customers.Values.OrderBy(c => c.Key, StringComparer.Ordinal), first);

        Say("orders, credit, shipments, invoices, credit notes");
        foreach (var document in documents.Where(d => d.OrderedAt.Date <= asOf))
            if (document.IsCancellation) cancellations.Plan(document);
            else intake.Plan(document);
        await agenda.RunAsync(clock);
        Say($"  {intake.Captured.Count} orders, {intake.Holds.Count} held by credit, {intake.Invoices.Count} invoices, {cancellations.Posted} credit notes");

        Say("bank statement, matching, reminders");
        var bills = await books.AllAsync<OpenItem>(Streams.OpenItemKind).Select(i => i.State).ToListAsync();
        var statement = Statement(folder, bills, customers, accounts, asOf);
        var entries = StatementFile.Read(statement, accounts.Select(a => a.Iban.Value).ToHashSet(StringComparer.Ordinal), log).SelectMany(s => s.Entries).ToList();
        var cash = new CashIntake(new(books, entities, rates, clock), new(books, entities, clock), clock, CustomerAccounts.Payers(customers.Values), problems);
        await cash.RunAsync(entries, bills.Where(b => b.Kind == OpenItemKind.Invoice).Select(b => b.DueDate), asOf, line => Say("  " + line));

        Say("figures and files");
        Result = await CycleResult.ReadAsync(books, seller, asOf, customers, documents, intake, cash);
        return Finish(folder, Result, new(known, seller.FunctionalCurrency, log, options.Rates.Name));
    }

    private Dictionary<string, ImportedCustomer> Customers(IReadOnlyList<ImportedDocument> documents)
    {
        // Who is in no file is made up, so that no order is lost.
        var given = options.Customers is { } source ? CustomersFile.Read(source, log) : [];
        var customers = CustomerGenerator.Generate(documents, options.Seed).ToDictionary(c => c.Key, StringComparer.Ordinal);
        foreach (var customer in given) customers[customer.Key] = customer;
        // The seller has checked the VAT ids before the first order; an id that was not checked would be no ground for a supply without tax.
        var checkedOn = documents.Min(d => d.OrderedAt.Date).PlusDays(-1);
        return customers.ToDictionary(c => c.Key, c => c.Value with { Party = WithCheckedIds(c.Value.Party, checkedOn) }, StringComparer.Ordinal);
    }

    private static Party WithCheckedIds(Party party, LocalDate on) =>
        party with { TaxRegistrations = party.TaxRegistrations.Select(r => r with { VerifiedOn = r.VerifiedOn ?? on }).ToEquatableArray() };

    private InputSource Statement(OutputFolder folder, IEnumerable<OpenItem> items, Dictionary<string, ImportedCustomer> customers,
        IReadOnlyList<SellerAccount> accounts, LocalDate asOf)
    {
        if (options.Statement is { } given) return given;
        var bills = items.Where(i => i.DocumentDate <= asOf).Select(BillOf).ToList();
        Generated = StatementGenerator.Generate(bills, customers.Values, accounts, asOf, options.Seed);
        folder.Write("statement.xml", Generated.Content);
        return Generated.Source;
    }

    private static BillFact BillOf(OpenItem item) => new()
    {
        Number = item.DocumentNumber,
        PaymentReference = item.PaymentReference,
        CustomerKey = item.Customer.Value,
        Date = item.DocumentDate,
        DueDate = item.DueDate,
        Discount = item.Discounts.IsEmpty ? null : item.Discounts[0],
        Gross = item.Amount.Abs(),
        IsCredit = item.Kind == OpenItemKind.CreditNote,
    };

    private int Finish(OutputFolder folder, CycleResult result, Valuation valuation)
    {
        var totals = new JournalTotals(result.Journal, result.Seller.FunctionalCurrency);
        CycleFiles.Write(result, folder, new(log));
        var eInvoices = EInvoiceFiles.Write(result, folder, options.Syntax);
        var checks = SelfChecks.Of(result, totals, eInvoices);
        var report = new CycleReports(result, totals, log, valuation).Of(options.Seed, Sources(), checks);
        folder.Write("report.html", ReportPage.Write(report));
        folder.Write("matching.html", MatchingPage.Write(result));
        using (var rejected = folder.Open("rejected.csv")) log.Write(rejected);
        new Summary(report, folder, log).Write(console);
        return checks.Any(c => !c.Holds) ? ExitCode.CheckFailed : log.Count > 0 && !IsEmbedded ? ExitCode.Rejected : ExitCode.Good;
    }

    private IEnumerable<InputSource?> Inputs => [options.Orders, options.Customers, options.Statement, options.Rates];

    // What the embedded files have to be rejected for is part of the demonstration, not a failure of the run.
    private bool IsEmbedded => options is { Customers: null, Statement: null } && options.Orders.IsEmbedded && options.Rates.IsEmbedded;

    private EquatableArray<string> Sources() =>
    [
        options.Orders.IsEmbedded
            ? "Order lines: facts of December 2010 from Online Retail (Chen, D., UCI Machine Learning Repository, 2015, CC BY 4.0)"
            : $"Order lines: {options.Orders.Name}",
        options.Customers is { } customers ? $"Customers: {customers.Name}; who is missing there is made up from the seed" : "Customers: made up from the seed, countries from the orders",
        options.Statement is { } statement ? $"Bank statement: {statement.Name}" : "Bank statement: made up from the seed, as customers pay (statement.xml)",
        options.Rates.IsEmbedded ? "Exchange rates: euro foreign exchange reference rates of the European Central Bank" : $"Exchange rates: {options.Rates.Name}",
    ];

    private int Nothing(OutputFolder folder)
    {
        using (var rejected = folder.Open("rejected.csv")) log.Write(rejected);
        errors.WriteLine("No order could be read; rejected.csv has all reasons:");
        foreach (var rejection in log.All.Take(Summary.RejectionsShown)) errors.WriteLine($"  {rejection}");
        return ExitCode.NothingRead;
    }

    private int Refuse(IEnumerable<DomainError> reasons)
    {
        foreach (var reason in reasons) errors.WriteLine($"{reason.Message} [{reason.Code}]");
        return ExitCode.WrongOptions;
    }

    private void Say(string line) => console.WriteLine(line);
}
