using System.Text.Json;
using NodaTime;
using OrderToCash;
using OrderToCash.ArdalisResult;
using OrderToCash.Collections;
using OrderToCash.Credit;
using OrderToCash.EInvoicing;
using OrderToCash.Invoicing;
using OrderToCash.Json;
using OrderToCash.Matching;
using OrderToCash.Orders;
using OrderToCash.Primitives;
using OrderToCash.Tax;

var (books, clock, rates, by, day) = (new InMemoryBooks(), SystemClock.Instance, new ExchangeRateTable([]), Actor.Person("anna"), new LocalDate(2026, 3, 4));
var party = new Party
{
    Name = "Lampen Lenz GmbH", Address = new() { Lines = ["Hafenstr. 7"], PostCode = "20457", City = "Hamburg", Country = new("DE") },
    TaxRegistrations = [new() { Country = new("DE"), Id = "DE136695976" }],
};
var sellers = new LegalEntityList(new LegalEntity
{
    Id = new("DE01"), Party = party, FunctionalCurrency = Currency.Eur, BankAccounts = ["DE89370400440532013000"],
    Calendar = BusinessCalendar.Target2, UnidentifiedPayer = new("UNIDENTIFIED"), Orders = OrderPolicy.Standard, Credit = CreditPolicy.Standard,
    TaxComputation = TaxComputation.ByBreakdown, Matching = MatchingPolicy.Standard, Dunning = DunningPolicy.Default,
});
var orders = new OrderDesk(books, sellers, rates, BuiltInTaxRates.Table, clock);
var billing = new BillingDesk(books, sellers, rates, BuiltInTaxRates.Table, clock);
var cash = new CashDesk(books, sellers, rates, clock);

Good(await new CustomerDesk(books, clock).OpenAsync(new()
{
    Id = new("1"), By = by, Customer = new("C-100"), EffectiveFrom = new(2026, 1, 1), Reason = "new",
    Profile = new()
    {
        Party = party with { Name = "Müller KG", TaxRegistrations = [] }, TaxStatus = default, Currency = Currency.Eur, Terms = PaymentTerms.Days(30),
        Language = "de-DE", InvoiceChannel = Channel.Letter, DunningChannel = Channel.Letter,
    },
}));
Good(await new CreditDesk(books, rates, sellers, clock).GrantAsync(new()
{
    Id = new("2"), By = by, LegalEntity = new("DE01"), Customer = new("C-100"), Currency = Currency.Eur,
    Limit = new() { Limit = CreditLimit.Of(Money.Parse("500.00 EUR")), From = new(2026, 1, 1), ApprovedBy = new("boris") },
}));
Good(await orders.CaptureAsync(new()
{
    Id = new("3"), By = by,
    Terms = new()
    {
        Id = new("SO-1"), LegalEntity = new("DE01"), Customer = new("C-100"), Channel = OrderChannel.File, ExternalReference = "PO 4711",
        BillTo = party, ShipTo = party.Address, Currency = Currency.Eur, OrderDate = day,
    },
    Lines = [new() { Id = new("1"), Product = new("LAMP"), Quantity = Quantity.Pieces(30), UnitPrice = UnitPrice.Parse("8.833 EUR") }],
}));
Good(await orders.ConfirmAsync(new() { Id = new("4"), By = by, Order = new("SO-1"), On = day }));
Good(await orders.ShipAsync(new() { Id = new("5"), By = by, Order = new("SO-1"), Shipment = new("S-1"), On = day }));
var bill = new BillOrder { Id = new("6"), By = by, Order = new("SO-1"), Invoice = new("I-1"), DocumentDate = day, TaxPoint = day };
var invoice = Good(await billing.BillAsync(bill)).Invoice;
Same("tax", "50.35 EUR", invoice.Totals.Tax);
Same("gross", "315.34 EUR", invoice.Totals.Payable);
Same("number", "INV-2026-000001", Good(await billing.BillAsync(bill)).Invoice.Number);
Same("a second bill", "process.nothing-to-bill", (await billing.BillAsync(bill with { Id = new("7"), Invoice = new("I-2") })).Errors[0].Code);

var stored = JsonSerializer.Serialize(invoice, OrderToCashJson.Options);
var read = JsonSerializer.Deserialize<Invoice>(stored, OrderToCashJson.Options);
Same("JSON", stored, JsonSerializer.Serialize(read!, OrderToCashJsonContext.Default.Invoice));
Same("invoice read again", invoice.Content, read!.Content);

var file = new MemoryStream();
var eInvoice = Good(invoice.ToDocument(InvoiceProfile.En16931));
Good(EInvoiceWriter.Write(eInvoice, EInvoiceSyntax.Ubl, file));
file.Position = 0;
Same("e-invoice read again", eInvoice, Good(EInvoiceReader.Read(file)).Document);

var line = new BankEntry { Account = "DE89370400440532013000", Identity = "1", BookedOn = day, Amount = Money.Parse("315.34 EUR"), RemittanceText = $"{invoice.Number}" };
var payment = Good(await cash.PlanAsync(new("DE01"), [line], PayerDirectory.Empty)).Payments[0];
Same("outcome", MatchOutcome.Full, payment.Decision!.Outcome);
Good(await cash.BookAsync(new()
{
    Id = new("8"), By = by, LegalEntity = new("DE01"), Customer = payment.Customer, Payment = payment.Payment, Entry = line, Allocations = payment.Allocations,
}));
var open = await books.OpenItemsAsync(new() { Customer = new("C-100"), IncludeSettled = true }).Select(i => i.State.Open).ToListAsync();
Same("items", 2, open.Count);
Same("balance", "0.00 EUR", Money.Sum(open, Currency.Eur));
var refused = Iban.Parse("DE89370400440532013001").ToArdalis();
Same("refusal", "Invalid iban.wrong-check-digits", $"{refused.Status} {refused.ValidationErrors.Single().ErrorCode}");
Console.WriteLine($"consumer: {invoice.Number} over {invoice.Totals.Payable} posted, paid and stored as {stored.Length} characters of JSON; balance 0.00 EUR");

static T Good<T>(Result<T> result) => result.TryGet(out var value, out var errors) ? value : throw Wrong(string.Join('\n', errors));

static void Same<T>(string what, T expected, object actual)
{
    if (!object.Equals(expected, expected is string ? actual.ToString() : actual)) throw Wrong($"{what}: {actual}, not {expected}");
}

static Exception Wrong(string message)
{
    Console.Error.WriteLine($"consumer: {message}");
    Environment.Exit(1);
    return new InvalidOperationException(message);
}
