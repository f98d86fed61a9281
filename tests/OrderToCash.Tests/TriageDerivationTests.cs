using OrderToCash.Invoicing;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>What orders, tax rules and other invoices say about a disputed invoice.</summary>
public sealed class TriageDerivationTests
{
    private readonly ABusiness business = new();

    private async Task<TriageFacts> FactsAsync(string invoice) => Expect.Success(await business.Disputes.FactsAsync(new(invoice)));

    private async Task<TriageResult> AssessAsync(DisputeReason reason, string invoice, string item, decimal amount)
    {
        var claim = Expect.Success(await business.Disputes.OpenAsync(new()
        {
            Id = business.Next(), By = Anna,
            Facts = new() { Dispute = new($"D-{reason}"), Reason = reason, On = Monday.PlusDays(12), Parts = [new() { Item = new(item), Amount = Eur(amount) }] },
        }));
        return DisputeTriage.Assess(claim, await FactsAsync(invoice));
    }

    private async Task PostAsync(string id, params AllowanceCharge[] charges) => Expect.Success(await business.Billing.PostAsync(new()
    {
        Id = business.Next(), By = Anna, Draft = DocumentTests.Draft(id, DocumentType.Invoice, 100m, Monday) with { AllowancesCharges = [.. charges] },
    }));

    [Fact]
    public async Task An_ordered_invoice_knows_its_tax_its_freight_and_that_it_is_the_only_one()
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        await business.BilledAsync("SO-1", "I-1", 100m);
        var facts = await FactsAsync("I-1");
        Assert.Equal((Eur(190), Eur(190), Eur(0), Eur(0), ""), (facts.TaxBilled, facts.TaxDue, facts.FreightBilled, facts.FreightAgreed, facts.DuplicateOf));
        Assert.Equal(TriageVerdict.Invalid, (await AssessAsync(DisputeReason.Tax, "I-1", "INV-2025-000001/1", 20)).Verdict);
        Assert.Equal(TriageVerdict.Invalid, (await AssessAsync(DisputeReason.Freight, "I-1", "INV-2025-000001/1", 20)).Verdict);
        Assert.Equal(TriageVerdict.Invalid, (await AssessAsync(DisputeReason.DuplicateBilling, "I-1", "INV-2025-000001/1", 20)).Verdict);
    }

    [Fact]
    public async Task The_second_of_two_equal_invoices_is_a_duplicate_of_the_first()
    {
        await business.OpenCustomerAsync();
        await PostAsync("I-1");
        await PostAsync("I-2");
        Assert.Equal("", (await FactsAsync("I-1")).DuplicateOf);
        Assert.Equal("INV-2025-000001", (await FactsAsync("I-2")).DuplicateOf);
        Assert.Equal(TriageVerdict.Valid, (await AssessAsync(DisputeReason.DuplicateBilling, "I-2", "INV-2025-000002/1", 119)).Verdict);
        Expect.Success(await business.Billing.CreditAsync(new()
        {
            Id = business.Next(), By = Anna, Invoice = new("I-1"), CreditNote = new("CN-1"), DocumentDate = Monday, Reason = CreditReason.Cancellation,
        }));
        Assert.Equal("", (await FactsAsync("I-2")).DuplicateOf);
    }

    [Fact]
    public async Task Freight_on_a_document_without_an_order_is_known_and_what_was_agreed_is_not()
    {
        await business.OpenCustomerAsync();
        var tax = DocumentTests.LineOf(Eur(1)).Tax;
        await PostAsync("I-1", AllowanceCharge.Charge(Eur(10), "Freight", AllowanceChargeReason.Freight).Taxed(tax));
        var facts = await FactsAsync("I-1");
        Assert.Equal((Eur(11.90m), null, null), (facts.FreightBilled, facts.FreightAgreed, facts.TaxDue));
    }
}
