using OrderToCash.Invoicing;
using OrderToCash.Tax;

namespace OrderToCash.Json.Tests;

/// <summary>Posted documents come about by posting only: a draft of one or two lines, sterling or euro, and a credit note for all of it.</summary>
internal static class InvoiceSamples
{
    private static readonly Actor Clerk = Actor.Person("billing");
    private static readonly Instant Noon = Instant.FromUtc(2011, 2, 1, 12, 0);

    internal static Invoice Invoice(Sampler sampler) => Account(sampler).Invoice;

    internal static CreditNote CreditNote(Sampler sampler)
    {
        var posting = new CreditNotePosting
        {
            Id = new("C-1"), Number = new("CN-1"), DocumentDate = new(2011, 3, 1), Reason = CreditReason.Return, IsWhole = true,
        };
        var credited = Expect.Success(Account(sampler).Credit(posting, Clerk, Noon));
        return credited.Events.OfType<CreditNotePosted>().Single().CreditNote;
    }

    private static InvoiceAccount Account(Sampler sampler)
    {
        var draft = Draft(sampler.Pick(Currency.Gbp, Currency.Eur), sampler.Pick(1, 2));
        var posting = new InvoicePosting
        {
            Number = new("INV-1"),
            PaymentReference = sampler.Pick("", "RF18539007547034"),
            Instalments = Expect.Success(PaymentTerms.Days(30).Schedule(
                draft.DocumentDate, draft.Totals().Gross, draft.Totals().Net, BusinessCalendar.EveryDay)),
            FunctionalCurrency = draft.Currency == Currency.Gbp ? null : Currency.Gbp,
            BookingRate = draft.Currency == Currency.Gbp ? null : new(Currency.Eur, Currency.Gbp, 0.8461m, draft.DocumentDate, "ECB"),
        };
        return Expect.Success(draft.Post(posting, Clerk, Noon)).State;
    }

    private static DraftInvoice Draft(Currency currency, int lines) => new()
    {
        Id = new("I-1"),
        LegalEntity = new("UK"),
        Customer = new("C-17850"),
        Seller = Party("Gifts & Co <Ltd>", "GB", "GB123456789"),
        Buyer = Party("Zoë's Läden", "DE", "DE136695976"),
        Currency = currency,
        DocumentDate = new(2011, 2, 1),
        TaxPoint = new(2011, 1, 31),
        Lines = Enumerable.Range(1, lines).Select(i => Line($"Lantern {i}", i, currency)).ToEquatableArray(),
    };

    private static InvoiceLine Line(string description, int quantity, Currency currency) => InvoiceLine.Priced(
        description, Quantity.Pieces(quantity), UnitPrice.Of(2.55m, currency),
        new() { Category = TaxCategory.Standard, Rate = Percentage.Of(20), Country = new("GB"), Rule = "domestic" });

    private static Party Party(string name, string country, string vatId) => new()
    {
        Name = name,
        Address = new() { Lines = ["1 High Street"], City = "X", PostCode = "X1", Country = new(country) },
        TaxRegistrations = [new() { Country = new(country), Id = vatId }],
    };
}
